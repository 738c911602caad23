// breaks: no-unsafe-type-assertion
export function read(value: unknown): number {
  return (value as { size: number }).size;
}
