import { startPostgres } from "../src/platform/postgres/start-postgres.ts";
import { StartError } from "../src/platform/start-error.ts";

/**
 * A process that looks after the database of a data directory as the supervisor does, for tests that let two of them race
 * or kill one: `node database-holder.ts DIRECTORY PORT`. Prints one line of JSON, `{url, pid, adopted}` or `{code, text}`;
 * stops the database when its standard input ends.
 */
const [dataDirectory = "", port = "0"] = process.argv.slice(2);
try {
  const { url, pid, adopted, stop } = await startPostgres({ dataDirectory, port: Number(port) });
  process.stdout.write(`${JSON.stringify({ url, pid, adopted })}\n`);
  process.stdin.resume().once("end", () => void stop());
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stdout.write(`${JSON.stringify({ code: error.code, text: error.text.en })}\n`);
}
