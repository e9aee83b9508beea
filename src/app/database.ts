import type { Log } from "#kit/context.ts"
import { appUrlOf, migrateDatabase } from "#kit/migrate.ts"
import { startEmbeddedPostgres } from "#kit/postgres/embedded.ts"
import type { Config } from "./config.ts"
import { databasePassword } from "./keys.ts"
import type { Lifecycle } from "./lifecycle.ts"

export interface OpenedDatabase {
  readonly appUrl: string
  readonly ownerUrl: string | undefined
}

/** The database of the settings, or one of our own; brought up to this release by its owner. */
export async function openConfiguredDatabase(
  config: Config,
  given: { onStop: Lifecycle["onStop"]; log: Log; say: (words: string) => void },
): Promise<OpenedDatabase> {
  const ownerUrl = config.databaseUrl ?? (await startOwn(config, given))
  if (ownerUrl === undefined) throw new Error("There is no database to open.")
  const appPassword = databasePassword(config)
  given.say("Bringing the database up to date …")
  await migrateDatabase(config.databaseAppUrl ? { ownerUrl } : { ownerUrl, appPassword })
  return { ownerUrl, appUrl: config.databaseAppUrl ?? appUrlOf(ownerUrl, appPassword) }
}

async function startOwn(
  config: Config,
  { onStop, log, say }: { onStop: Lifecycle["onStop"]; log: Log; say: (words: string) => void },
): Promise<string> {
  say("Starting the database …")
  const starting = startEmbeddedPostgres({ home: config.home, log })
  // Before it is there: a stop in the middle of a first start must take along what is just being started.
  onStop("PostgreSQL", async () => {
    const postgres = await starting.catch(() => undefined)
    await postgres?.stop()
  })
  return (await starting).ownerUrl
}
