import { DEMO_TENANT } from "#app/demo/demo-tenant.ts"
import type { Ground } from "#app/ground.ts"
import { openRenewalsAhead, type RenewalsAhead, renewDue } from "#billing/testing"
import { createStillClock, type MovableClock } from "#kit/clock.ts"
import { TEST_START } from "#kit/testing/database.ts"
import { openBenchGround } from "./renewal-stock.ts"

/** Whose day's run, and where it is played. */
export interface Renewing {
  readonly ground: Ground
  readonly clock: MovableClock
  readonly tenant?: string
}

/** One chunk as a day's run does it: a transaction of its own. Gives where the next one begins. */
export async function renewChunk(
  { ground, clock, tenant = DEMO_TENANT }: Renewing,
  after: string,
  ahead: RenewalsAhead,
): Promise<string | null> {
  const startedMs = performance.now()
  const { next } = await ground.inTenant(tenant, (ctx) => renewDue(ctx, after, ahead))
  // Ids sort by birth: made in one instant that never ends, they would lie scattered over every index.
  clock.advance({ milliseconds: Math.ceil(performance.now() - startedMs) })
  return next
}

/** To the end. `onChunk` hears of each one that is committed. */
export async function renewAll(renewing: Renewing, onChunk: () => void = () => {}): Promise<void> {
  const ahead = openRenewalsAhead()
  let after: string | null = ""
  while (after !== null) {
    after = await renewChunk(renewing, after, ahead)
    onChunk()
  }
}

/** What a program of its own is told: in whose database it works, for which shop, and whether it waits to be asked. */
export interface WorkerWords {
  readonly appUrl: string
  readonly filesPlace: string
  readonly tenant?: string
}

/**
 * As a program of its own: to be killed in the middle, it says a word for each chunk that is committed; or, where its parent
 * talks to it, it does so many chunks as it is asked for.
 */
if (import.meta.main) {
  const { tenant, ...at } = JSON.parse(process.argv[2] ?? "{}") as WorkerWords
  const clock = createStillClock(TEST_START)
  const renewing = { ground: await openBenchGround({ ...at, clock }), clock, ...(tenant ? { tenant } : {}) }
  if (process.send) await renewWhenAsked(renewing)
  else await renewAll(renewing, () => process.stdout.write("chunk\n"))
  await renewing.ground.close()
}

async function renewWhenAsked(renewing: Renewing): Promise<void> {
  const ahead = openRenewalsAhead()
  let after: string | null = ""
  const { promise, resolve } = Promise.withResolvers<void>()
  process.once("disconnect", resolve)
  process.on("message", (chunks: number) => {
    void (async () => {
      for (let chunk = 0; chunk < chunks && after !== null; chunk++)
        after = await renewChunk(renewing, after, ahead)
      process.send?.("done")
    })()
  })
  process.send?.("ready")
  await promise
}
