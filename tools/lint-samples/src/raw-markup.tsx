// breaks: no-danger
export function Sample({ markup }: { readonly markup: string }) {
  return <p dangerouslySetInnerHTML={{ __html: markup }} />;
}
