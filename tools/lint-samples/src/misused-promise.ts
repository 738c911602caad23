// breaks: no-misused-promises
export function start(rows: string[]): void {
  rows.forEach(async (row) => {
    await Promise.resolve(row);
  });
}
