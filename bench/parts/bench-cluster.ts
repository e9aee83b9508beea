import type { ServerSettings } from "#kit/postgres/settings.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import type { Options } from "./options.ts"

/** A PostgreSQL with the migrated template in it, for benchmarks that open shops in this process. */
export interface BenchCluster extends AsyncDisposable {
  readonly url: string
}

/** On the disk, for ten tables of a million rows would not leave the machine much memory; a short run's in memory. */
export async function openBenchCluster(
  { isShort, clusterUrl }: Pick<Options, "isShort" | "clusterUrl">,
  settings: ServerSettings = {},
): Promise<BenchCluster> {
  if (clusterUrl !== undefined) return { url: clusterUrl, [Symbol.asyncDispose]: async () => {} }
  const cluster = await (isShort ? startTestCluster() : startTestCluster(settings, "disk"))
  try {
    await prepareTemplate(cluster.superUrl)
    return { url: cluster.superUrl, [Symbol.asyncDispose]: () => cluster.stop() }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}
