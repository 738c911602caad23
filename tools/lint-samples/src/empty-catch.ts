// breaks: no-empty
export function lose(work: () => void): void {
  try {
    work();
  } catch {}
}
