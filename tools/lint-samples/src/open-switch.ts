// breaks: switch-exhaustiveness-check
export function word(kind: "a" | "b"): string {
  let text = "";
  switch (kind) {
    case "a":
      text = "A";
  }
  return text;
}
