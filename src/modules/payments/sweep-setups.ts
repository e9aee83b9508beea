import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { listSetupsToAsk } from "./list-setups-to-ask.ts"
import { askSetupWork } from "./work-kinds.ts"

/** Younger ones are in their first call, or their notice is on its way. */
const ASK_AFTER = { minutes: 3 }
const ASK_AGAIN_AFTER = { minutes: 10 }
/** A page there lives for an hour. */
const FORGET_AFTER = { hours: 24 * 14 }
const MOST_AT_ONCE = 200

/** Asks about every page to leave a method that has been open too long: a lost notice loses no card. */
export async function sweepSetups(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const bounds = {
    createdBefore: now.subtract(ASK_AFTER),
    createdAfter: now.subtract(FORGET_AFTER),
    askedBefore: now.subtract(ASK_AGAIN_AFTER),
    limit: MOST_AT_ONCE,
  }
  for (const { id, askedAt } of await listSetupsToAsk(ctx, { kind: "all" }, bounds)) {
    const key = `sweep:${id}:${askedAt?.toString() ?? "never"}`
    await startWork(ctx, askSetupWork, { setupId: id }, { key })
  }
}
