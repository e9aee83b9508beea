import type { DLogger } from "@dbos-inc/dbos-sdk"
import { migrateSystemDatabase } from "@dbos-inc/dbos-sdk/internal/system_database"
import { GlobalLogger } from "@dbos-inc/dbos-sdk/internal/telemetry/logs"

/** DBOS's own tables. The SDK's front door for this prints to the terminal, so its inner one is taken. */
export async function migrateDbos(ownerUrl: string, schema: string): Promise<void> {
  await migrateSystemDatabase(ownerUrl, new GlobalLogger(undefined, { logger: silent }), schema)
}

/** What goes wrong is thrown as well. */
const silent: DLogger = { info: () => {}, debug: () => {}, warn: () => {}, error: () => {} }
