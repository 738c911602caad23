import { identifierKey, organisationCodeOf, type KnownSubject, type OtherIdentifier } from "#subjects";

/** Entries of each of the two generations; far more than the two chunks that may be under way bring. */
const GENERATION = 30_000;

/** What was met lately, by a key. Bounded: when the young generation is full, the old one is forgotten. */
class Lately<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  get(key: string): Value | null {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old === undefined) return null;
    this.set(key, old);
    return old;
  }

  set(key: string, value: Value): void {
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}

/**
 * Subjects that a batch has met lately, those that it makes itself included: what is not written yet is found here, by
 * credit code and by the other numbers.
 */
export class KnownSubjects {
  readonly #byCode = new Lately<KnownSubject>();
  readonly #byNumber = new Lately<readonly KnownSubject[]>();

  get(uscc: string): KnownSubject | null {
    return this.#byCode.get(uscc);
  }

  set(uscc: string, subject: KnownSubject): void {
    this.#byCode.set(uscc, subject);
  }

  /** A subject that this batch makes. */
  add(uscc: string, subject: KnownSubject): void {
    this.#byCode.set(uscc, subject);
    this.learn({ scheme: "organisation-code", value: organisationCodeOf(uscc) }, subject);
  }

  /** Remembers that a number was reported for a subject; false when this batch knows that already. */
  learn(identifier: OtherIdentifier, subject: KnownSubject): boolean {
    const key = identifierKey(identifier);
    const known = this.#byNumber.get(key) ?? [];
    if (known.some((one) => one.subjectId === subject.subjectId)) return false;
    this.#byNumber.set(key, [...known, subject]);
    return true;
  }

  /** Subjects that rows of this batch reported under a number. */
  withNumber(identifier: OtherIdentifier): readonly KnownSubject[] {
    return this.#byNumber.get(identifierKey(identifier)) ?? [];
  }
}
