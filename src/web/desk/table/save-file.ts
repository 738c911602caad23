const KEPT_MS = 60_000;

/** Gives the reader a file that was made here. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser reads name and content when it gets to it.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
