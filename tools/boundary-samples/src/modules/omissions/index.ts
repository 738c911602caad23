export const NAME = "omissions";
