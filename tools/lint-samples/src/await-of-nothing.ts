// breaks: await-thenable, no-unnecessary-await
export async function start(): Promise<void> {
  await 1;
}
