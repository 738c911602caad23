import type { Config } from "../platform/config.ts";
import { databaseUrls, type DatabaseUrls } from "../platform/db/database-urls.ts";
import { migrate } from "../platform/db/migrate.ts";
import { bootstrapRoles } from "../platform/db/roles.ts";
import { loadLaw, syncLaw } from "./law.ts";
import { startPostgres } from "../platform/postgres/start-postgres.ts";

/** A database that is ready for use: roles made, migrations applied. */
export interface ReadyDatabase {
  readonly urls: DatabaseUrls;
  /** Stops the server if it is ours. `immediately` leaves recovery to the next start. */
  stop(immediately?: boolean): Promise<void>;
}

/**
 * Opens the database that the configuration names: an existing server's, or the own one of the data directory, which is
 * started or taken over for it. For commands without a running platform, and for the platform itself.
 * @throws StartError
 */
export async function openLocal(config: Config, onLost?: () => void): Promise<ReadyDatabase> {
  if (config.databaseUrl !== null) {
    const urls = await prepare(config.databaseUrl, config.lawDirectory);
    return { urls, stop: () => Promise.resolve() };
  }
  const server = await startPostgres(config, onLost ? { onLost } : {});
  try {
    return { urls: await prepare(server.url, config.lawDirectory), stop: (immediately) => server.stop(immediately) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function prepare(adminUrl: string, lawDirectory: string): Promise<DatabaseUrls> {
  const law = loadLaw(lawDirectory);
  law.catch(() => undefined); // awaited below; must not count as unhandled while the database gets ready
  await bootstrapRoles(adminUrl);
  await migrate(adminUrl);
  await syncLaw(adminUrl, await law);
  return databaseUrls(adminUrl);
}
