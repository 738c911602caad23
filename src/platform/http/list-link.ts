import type { FastifyReply } from "fastify";

/** Names the next page of a list in the Link header (RFC 8288), where there is one; gives the list back. */
export function linkNext<List extends { readonly next: string | null }>(
  reply: FastifyReply,
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
  list: List,
): List {
  if (list.next === null) return list;
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (key !== "cursor" && value !== undefined) parameters.set(key, String(value));
  parameters.set("cursor", list.next);
  reply.header("link", `<${path}?${parameters.toString()}>; rel="next"`);
  return list;
}
