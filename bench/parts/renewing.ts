import { DEMO_TENANT } from "#app/demo/demo-tenant.ts"
import type { Ground } from "#app/ground.ts"
import { renewDue } from "#billing/testing"
import { createStillClock } from "#kit/clock.ts"
import { TEST_START } from "#kit/testing/database.ts"
import { openBenchGround } from "./renewal-stock.ts"

/** One chunk as a day's run does it: a transaction of its own. Gives where the next one begins. */
export function renewChunk(ground: Ground, after: string): Promise<string | null> {
  return ground.inTenant(DEMO_TENANT, (ctx) => renewDue(ctx, after))
}

/** To the end. `onChunk` hears of each one that is committed. */
export async function renewAll(ground: Ground, onChunk: () => void = () => {}): Promise<void> {
  let after: string | null = ""
  while (after !== null) {
    after = await renewChunk(ground, after)
    onChunk()
  }
}

/** As a program of its own, to be killed in the middle: says a word for each chunk that is committed. */
if (import.meta.main) {
  const { appUrl, filesPlace } = JSON.parse(process.argv[2] ?? "{}") as { appUrl: string; filesPlace: string }
  const ground = await openBenchGround({ appUrl, filesPlace, clock: createStillClock(TEST_START) })
  await renewAll(ground, () => process.stdout.write("chunk\n"))
  await ground.close()
}
