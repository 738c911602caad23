// breaks: switch-exhaustiveness-check
export function word(kind: "a" | "b"): string {
  switch (kind) {
    case "a":
      return "A";
    default:
      return "guessed";
  }
}
