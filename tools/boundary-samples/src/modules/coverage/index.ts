export const NAME = "coverage";
