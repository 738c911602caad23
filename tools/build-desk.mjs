/**
 * Builds the desk into dist/desk, writes each file compressed beside it, and fails when what the first screen needs is
 * larger than its limit. Runs after every `npm ci`, so it needs shipped dependencies only.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "vite";

const ROOT = path.resolve(import.meta.dirname, "..");
const FOLDER = path.join(ROOT, "dist/desk");
const LIMIT_KIB = 350;

await build({ root: path.join(ROOT, "src/web/desk"), configFile: path.join(ROOT, "vite.config.ts"), logLevel: "warn" });

for (const name of readdirSync(path.join(FOLDER, "assets"))) {
  const file = path.join(FOLDER, "assets", name);
  const content = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}

const manifest = JSON.parse(readFileSync(path.join(FOLDER, ".vite/manifest.json"), "utf8"));

/** Files that the browser must have before the first screen shows: the entry, what it imports, and their styles. */
function needed(key, seen = new Set()) {
  const chunk = manifest[key];
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const imported of chunk.imports ?? []) if (!seen.has(manifest[imported].file)) needed(imported, seen);
  return seen;
}

const files = [...needed("index.html")];
const bytes = ["index.html", ...files].map((file) => gzipSync(readFileSync(path.join(FOLDER, file))).length);
const kibibytes = bytes.reduce((sum, size) => sum + size, 0) / 1024;
process.stdout.write(
  `desk: ${files.length} files, ${kibibytes.toFixed(0)} KiB gzip before the first screen, limit ${LIMIT_KIB}\n`,
);
if (kibibytes > LIMIT_KIB) {
  process.stderr.write("The desk's first load is over its limit: load screens and heavy parts when they are needed.\n");
  process.exitCode = 1;
}
