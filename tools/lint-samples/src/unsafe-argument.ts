// breaks: no-unsafe-argument
export function read(text: string): number {
  return Number.parseInt(JSON.parse(text), 10);
}
