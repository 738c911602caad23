export const NAME = "documents";
