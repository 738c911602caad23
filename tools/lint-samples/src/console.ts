// breaks: no-console
export function say(): void {
  console.log("x");
}
