/** The conditions of a look at the trail, as the address carries them and the API takes them. */
export const CONDITIONS = ["actor", "body", "action", "target", "from", "to"] as const;

export type Condition = (typeof CONDITIONS)[number];
export type Conditions = Partial<Readonly<Record<Condition, string>>>;

/** The conditions in an address; what is empty is none. */
export function conditionsOf(asked: URLSearchParams): Conditions {
  const given = CONDITIONS.map((name) => [name, (asked.get(name) ?? "").trim()] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ""));
}

/** The facts of an entry on one line, e.g. `limit: 50, item: administrative-licence`. */
export function factsOf(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}
