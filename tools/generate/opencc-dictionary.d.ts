/** A dictionary of opencc-js, which ships no types for its parts: entries by `|`, in each the character and its targets. */
declare module "opencc-js/dict/TSCharacters" {
  const dictionary: string;
  export default dictionary;
}
