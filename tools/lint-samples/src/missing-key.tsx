// breaks: jsx-key
export function Sample({ names }: { readonly names: readonly string[] }) {
  return names.map((name) => <p>{name}</p>);
}
