// breaks: no-unsafe-return, no-unsafe-member-access
export function read(text: string): number {
  return JSON.parse(text).length;
}
