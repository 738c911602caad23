/**
 * A cell as a file holds it, before anybody reads meaning into it. Structurally the raw cell of the reader, which stands
 * downstream and therefore cannot be imported here.
 */
export interface CellInput {
  readonly text: string;
  readonly kind: "text" | "number" | "date" | "boolean" | "error" | "empty";
}
