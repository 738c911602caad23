/** The module map as a Mermaid diagram: an arrow points from the module that gives to the one that uses. */
export function printDiagram(modules: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(modules).flatMap(([name, uses]) => [
    `  ${name}`,
    // Everything that writes uses audit; its arrows would hide the flow, so they are drawn thin.
    ...uses.map((used) => (used === "audit" ? `  audit -.-> ${name}` : `  ${used} --> ${name}`)),
  ]);
  return ["```mermaid", "flowchart LR", ...lines, "```"].join("\n");
}

/** Puts `content` between the two marker comments of a Markdown file. @throws when the markers are missing */
export function replaceBetweenMarkers(markdown: string, marker: string, content: string): string {
  const start = `<!-- generated:${marker} -->`;
  const end = `<!-- /generated:${marker} -->`;
  const from = markdown.indexOf(start);
  const to = markdown.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the markers ${start} … ${end} are missing`);
  return `${markdown.slice(0, from + start.length)}\n\n${content}\n\n${markdown.slice(to)}`;
}
