export const NAME = "accounts";
