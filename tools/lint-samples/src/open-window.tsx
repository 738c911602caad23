// breaks: jsx-no-target-blank
export function Sample({ address }: { readonly address: string }) {
  return (
    <a href={address} target="_blank">
      more
    </a>
  );
}
