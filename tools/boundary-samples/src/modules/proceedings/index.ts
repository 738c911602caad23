export const NAME = "proceedings";
