/** Shortest password; NIST SP 800-63B asks for length, not for kinds of characters. */
export const SHORTEST_PASSWORD = 12;
/** Longer ones only cost time to hash. */
export const LONGEST_PASSWORD = 128;
