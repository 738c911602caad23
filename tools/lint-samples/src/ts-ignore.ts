// breaks: ban-ts-comment
// @ts-ignore
export const value: number = "1";
