/** A line of the form as it is typed. */
export interface TypedLine {
  readonly item: string;
  readonly produced: string;
  readonly ownSite: string;
  readonly basis: string;
  readonly basisWords: string;
}

/** A line as the API takes it. */
export interface ReadLine {
  readonly item: string;
  readonly produced: number;
  readonly ownSite: number;
  readonly basis: string | null;
  readonly basisWords: string | null;
}

/** Reads what was typed; null while something is missing. What needs a basis is told by what is on file. */
export function readLine(typed: TypedLine, filed: number, needsWords: (basis: string) => boolean): ReadLine | null {
  const [produced, ownSite] = [typed.produced, typed.ownSite].map((text) =>
    /^\d{1,7}$/.test(text.trim()) ? Number(text) : null,
  );
  if (produced === null || produced === undefined || ownSite === null || ownSite === undefined) return null;
  if (produced < filed || ownSite > produced) return null;
  const { item, basis } = typed;
  if (produced === filed) return { item, produced, ownSite, basis: null, basisWords: null };
  const words = typed.basisWords.trim();
  if (basis === "" || (needsWords(basis) && words === "")) return null;
  return { item, produced, ownSite, basis, basisWords: words === "" ? null : words };
}

/** Whether fewer are said to be produced than the platform has received: then something is wrong, and is asked about. */
export function isQuestionable({ produced }: TypedLine, filed: number): boolean {
  return /^\d{1,7}$/.test(produced.trim()) && Number(produced) < filed;
}
