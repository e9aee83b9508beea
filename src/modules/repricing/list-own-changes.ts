import { and, desc, eq, isNotNull, ne, notInArray, sql } from "drizzle-orm"
import type { z } from "zod"
import type { cycles } from "#catalog/contract"
import type { Context, Reach } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import type { ownChangeShape } from "./contract.ts"
import { answerableStates } from "./price-change.ts"
import { isItemWithin, lastDayBefore, readItem } from "./price-item.ts"
import { priceChangeItems, priceChanges } from "./tables.ts"

export type OwnChange = z.infer<typeof ownChangeShape>

const MOST_SHOWN = 200
/** Its first day at the other price is shown for a while after. */
const SHOWN_AFTER = { days: 30 }

/** What its reader was told and is still to come, or came a little while ago; what waits for an answer first. */
export async function listOwnChanges(
  ctx: Context,
  reach: Reach,
  only?: { readonly id: string },
): Promise<OwnChange[]> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const rows = await ctx.db
    .select({ item: priceChangeItems, withoutConsent: priceChanges.withoutConsent })
    .from(priceChangeItems)
    .innerJoin(
      priceChanges,
      and(
        eq(priceChanges.tenantId, priceChangeItems.tenantId),
        eq(priceChanges.id, priceChangeItems.changeId),
      ),
    )
    .where(
      and(
        isItemWithin(reach),
        only ? eq(priceChangeItems.id, only.id) : undefined,
        isNotNull(priceChangeItems.toldAt),
        ne(priceChangeItems.direction, "same"),
        notInArray(priceChangeItems.state, ["gone", "stopped"]),
        sql`${priceChangeItems.firstOn} > ${today.subtract(SHOWN_AFTER).toString()}::date`,
      ),
    )
    // Of very many the answered ones make room for the others.
    .orderBy(
      desc(sql`${priceChangeItems.state} = 'told' and ${priceChangeItems.need} = 'consent'`),
      desc(priceChangeItems.createdAt),
      desc(priceChangeItems.id),
    )
    .limit(MOST_SHOWN)
  return rows.map(({ item: row, withoutConsent }) => {
    const item = readItem(row)
    const answerBy = lastDayBefore(item)
    const isOpen = (answerableStates as readonly string[]).includes(item.state)
    return {
      id: item.id,
      subscriptionId: item.subscriptionId,
      words: item.words,
      before: toWire(money(item.beforeMinor, item.currency)),
      after: toWire(money(item.afterMinor, item.currency)),
      cycle: item.cycle as (typeof cycles)[number],
      need: item.need,
      firstOn: item.firstOn.toString(),
      answerBy: answerBy.toString(),
      withoutConsent,
      state: item.state,
      canAnswer: isOpen && item.need === "consent" && Temporal.PlainDate.compare(today, answerBy) <= 0,
    }
  })
}
