// breaks: filename-case
export const value = 1;
