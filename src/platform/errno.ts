/** Whether an error of the operating system has this code, for example "ENOENT". */
export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
