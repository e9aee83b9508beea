import type { Context } from "../context.ts"
import type { Work } from "./define.ts"

/** A run over a million rows has some 20,000 chunks; what is above comes with the next day's. */
export const MOST_CHUNKS = 25_000

/** Step after step, each from where the one before ended, until there is none left. */
export async function inChunks(
  work: Work,
  name: string,
  body: (ctx: Context, after: string) => Promise<string | null>,
): Promise<void> {
  let after: string | null = ""
  for (let chunk = 1; after !== null && chunk <= MOST_CHUNKS; chunk++) {
    const from: string = after
    after = await work.record(`${name} ${chunk}`, (ctx) => body(ctx, from))
  }
}
