export const client = "client";
