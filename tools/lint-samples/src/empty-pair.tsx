// breaks: self-closing-comp
export function Sample() {
  return <p className="line"></p>;
}
