import { type ChildProcess, spawn } from "node:child_process"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { monotonicMs } from "#kit/clock.ts"
import type { PlayedBatch } from "./seed-batch.ts"
import type { ShardOrder, ShardWord } from "./seed-shard.ts"

export interface SeedRoundOptions {
  readonly seeds: number
  readonly first: number
  /** Default: one for each core. */
  readonly shards: number | undefined
  tell(words: string): void
}

export interface SeedRound {
  readonly batches: readonly PlayedBatch[]
  readonly seconds: number
}

/** Small enough that a company's tables stay small, large enough that opening one does not count. */
const MOST_IN_BATCH = 500
const TELL_EVERY_MS = 30_000

/** All seeds, spread over processes that each have a database cluster of their own. */
export async function playSeedRound(options: SeedRoundOptions): Promise<SeedRound> {
  const startMs = monotonicMs()
  const waiting = planBatches(options)
  const batches: PlayedBatch[] = []
  let toldMs = startMs
  const work = async () => {
    await using shard = await openShard()
    for (let seeds = waiting.shift(); seeds; seeds = waiting.shift()) {
      batches.push(await shard.play(seeds))
      if (monotonicMs() - toldMs < TELL_EVERY_MS) continue
      toldMs = monotonicMs()
      const played = batches.reduce((total, batch) => total + batch.seeds, 0)
      options.tell(`${played} seeds in ${Math.round((toldMs - startMs) / 1_000)} s`)
    }
  }
  await Promise.all(Array.from({ length: options.shards ?? availableParallelism() }, work))
  return { batches, seconds: (monotonicMs() - startMs) / 1_000 }
}

function planBatches({ seeds, first, shards }: SeedRoundOptions): number[][] {
  const size = Math.max(1, Math.min(MOST_IN_BATCH, Math.ceil(seeds / (shards ?? availableParallelism()))))
  return Array.from({ length: Math.ceil(seeds / size) }, (_, batch) =>
    Array.from({ length: Math.min(size, seeds - batch * size) }, (_, index) => first + batch * size + index),
  )
}

interface Shard extends AsyncDisposable {
  play(seeds: readonly number[]): Promise<PlayedBatch>
}

async function openShard(): Promise<Shard> {
  const file = join(import.meta.dirname, "seed-shard.ts")
  // What the stand-ins say about connections they broke on purpose is no news here.
  const stdio = ["ignore", "ignore", "ignore", "ipc"] as const
  const child = spawn(process.execPath, [file], { stdio: [...stdio] })
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  await nextWord(child)
  return {
    play: async (seeds) => {
      const answer = nextWord(child)
      child.send({ seeds } satisfies ShardOrder)
      const word = await answer
      if (!("played" in word))
        throw new Error(`A shard broke: ${"broke" in word ? word.broke : "twice ready"}`)
      return word.played
    },
    [Symbol.asyncDispose]: async () => {
      if (child.connected) child.disconnect()
      await gone
    },
  }
}

function nextWord(child: ChildProcess): Promise<ShardWord> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error("A shard is gone."))
    child.once("exit", onExit)
    child.once("message", (word: ShardWord) => {
      child.off("exit", onExit)
      resolve(word)
    })
  })
}
