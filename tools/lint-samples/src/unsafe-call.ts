// breaks: no-unsafe-call
export function read(text: string): string {
  return String(JSON.parse(text)());
}
