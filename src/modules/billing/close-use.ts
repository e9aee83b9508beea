import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { wordsOf } from "#kit/work/failure.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { getSettings } from "#tenancy"
import { adoptMetered } from "./adopt-metered.ts"
import { chargeUse } from "./charge-use.ts"
import { closeMonths } from "./close-months.ts"
import { listClosing } from "./list-closing.ts"
import type { UseSource } from "./metered-use.ts"
import { subscriptions } from "./subscription-tables.ts"

const MOST_AT_ONCE = 200
const MOST_CHUNKS = 500
const MOST_CHARACTERS = 500

/**
 * Counts each month of use that is over, once; what no renewal will take along is asked for by itself. Days that were
 * missed are counted with the first run after them. What can't be counted is named on its row and tried again tomorrow.
 */
export async function closeUse(ctx: Context, source: UseSource): Promise<void> {
  const { timeZone } = await getSettings(ctx)
  const day = { timeZone, today: ctx.clock.today(timeZone) }
  // First what another version counted so far: the new one begins where that ends.
  let after = ""
  for (let chunk = 1; chunk <= MOST_CHUNKS; chunk++) {
    const found = await listClosing(ctx, day, { after, limit: MOST_AT_ONCE })
    const { leftOut } = await inHalves(ctx, found, (part) => closeMonths(ctx, part, { ...day, source }))
    for (const { item, error } of leftOut) await name(ctx, item.subscriptionId, error)
    after = found.at(-1)?.id ?? ""
    if (found.length < MOST_AT_ONCE) break
  }
  await adoptMetered(ctx, day.today)
  await chargeUse(ctx, day.today)
}

async function name(ctx: Context, subscriptionId: string, error: Error): Promise<void> {
  const words = wordsOf(error)
  ctx.log.error({ subscriptionId, error: words }, "the use of an agreement could not be counted")
  await ctx.db
    .update(subscriptions)
    .set({ trouble: words.slice(0, MOST_CHARACTERS) })
    .where(sql`${subscriptions.id} = ${subscriptionId}`)
}
