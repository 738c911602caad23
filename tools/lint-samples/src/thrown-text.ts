// breaks: only-throw-error
export function stop(): never {
  throw "no";
}
