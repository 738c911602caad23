// breaks: alt-text
export function Sample() {
  return <img src="/mark.svg" />;
}
