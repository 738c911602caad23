// breaks: no-restricted-globals
export const call = (): Promise<Response> => fetch("http://localhost/");
