import type { Text } from "../kernel/text.ts";
import { RECORD_WORDS } from "./words/record.ts";
import { REFERENCE_WORDS } from "./words/reference.ts";
import { SEARCH_WORDS } from "./words/search.ts";
import { SITE_WORDS } from "./words/site.ts";
import { STATISTICS_WORDS } from "./words/statistics.ts";

const ALL = { ...SITE_WORDS, ...SEARCH_WORDS, ...RECORD_WORDS, ...STATISTICS_WORDS, ...REFERENCE_WORDS };

/** The key of a word of the interface; a key that is not there does not compile, and neither does a half translation. */
export type WordKey = keyof typeof ALL;

/** Every word of the public pages, in both languages. */
export const WORDS: Readonly<Record<WordKey, Text>> = ALL;
