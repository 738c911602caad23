export const NAME = "notices";
