// breaks: rules-of-hooks
import { useState } from "react";
export function Sample({ shown }: { readonly shown: boolean }) {
  if (!shown) return null;
  const [text] = useState("");
  return <p>{text}</p>;
}
