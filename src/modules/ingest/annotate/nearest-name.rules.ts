/** The name that shares most character pairs with a reported one; the first of equals; null where there is none. */
export function nearestName(reported: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let bestScore = -1;
  for (const name of known) {
    const score = sharedPairs(reported, name);
    if (score > bestScore) {
      best = name;
      bestScore = score;
    }
  }
  return best;
}

function sharedPairs(a: string, b: string): number {
  const [ours, theirs] = [pairsOf(a), pairsOf(b)];
  const shared = [...ours].filter((pair) => theirs.has(pair)).length;
  return ours.size + theirs.size === 0 ? 0 : (2 * shared) / (ours.size + theirs.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text.normalize("NFKC").toUpperCase()];
  return new Set(characters.slice(1).map((character, at) => (characters[at] ?? "") + character));
}
