import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { type PlayedBatch, playBatch } from "./seed-batch.ts"

/** What a shard is asked, and what it answers. */
export interface ShardOrder {
  readonly seeds: readonly number[]
}
export type ShardWord =
  | { readonly ready: true }
  | { readonly played: PlayedBatch }
  | { readonly broke: string }

/** One process with a cluster of its own plays batch after batch, until its parent hangs up. */
const cluster = await startTestCluster()
await prepareTemplate(cluster.superUrl)
process.on("message", (order: ShardOrder) => void answer(order))
process.once("disconnect", () => void cluster.stop().then(() => process.exit(0)))
say({ ready: true })

async function answer({ seeds }: ShardOrder): Promise<void> {
  try {
    say({ played: await playBatch(cluster.superUrl, seeds) })
  } catch (error) {
    say({ broke: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

function say(word: ShardWord): void {
  process.send?.(word)
}
