export const NAME = "figures";
