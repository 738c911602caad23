import { usePersonName } from "../people.ts";

/** Names for those who may know who works here, with a space behind; a number that says nothing to others is left out. */
export function useKnownName(): (id: string) => string {
  const nameOf = usePersonName();
  return (id) => (nameOf(id) === id ? "" : `${nameOf(id)} `);
}
