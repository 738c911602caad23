// breaks: no-unsafe-assignment
export function read(text: string): number {
  const value: number = JSON.parse(text);
  return value;
}
