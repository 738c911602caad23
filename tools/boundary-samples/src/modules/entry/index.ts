export const NAME = "entry";
