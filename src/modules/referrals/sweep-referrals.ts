import { and, asc, eq, gt } from "drizzle-orm"
import { type FirstPaid, listFirstPaid } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { wordsOf } from "#kit/work/failure.ts"
import { inSavepoint } from "#kit/work/in-savepoint.ts"
import { getSettings } from "#tenancy"
import { closeReferral } from "./close-referral.ts"
import { decideReferral } from "./decide-referral.ts"
import { FORGOTTEN_DAYS } from "./referral.ts"
import { referralRows } from "./tables.ts"

const AT_ONCE = 200
const MOST_CHUNKS = 100
const wholeHouse: Reach = { kind: "all" }

/**
 * Decides each recommendation whose first payment has stood for the days that were promised. One that can't be decided
 * stands in nobody else's way, and is looked at again on the next day.
 */
export async function sweepReferrals(ctx: Context, today: Temporal.PlainDate): Promise<void> {
  const { timeZone } = await getSettings(ctx)
  let after = ""
  for (let chunk = 1; chunk <= MOST_CHUNKS; chunk++) {
    const rows = await ctx.db
      .select()
      .from(referralRows)
      .where(and(eq(referralRows.state, "waiting"), gt(referralRows.id, after)))
      .orderBy(asc(referralRows.id))
      .limit(AT_ONCE)
    const accountIds = rows.map(({ accountId }) => accountId)
    const paid = rows.length > 0 ? await listFirstPaid(ctx, wholeHouse, accountIds) : new Map()
    for (const row of rows) {
      const first: FirstPaid | undefined = paid.get(row.accountId)
      if (!isDue(row, first, { today, timeZone })) continue
      const error = await inSavepoint(ctx, () => settle(ctx, row.id, first, today))
      if (error) {
        ctx.log.error({ referralId: row.id, error: wordsOf(error) }, "a recommendation could not be decided")
      }
    }
    after = rows.at(-1)?.id ?? ""
    if (rows.length < AT_ONCE) return
  }
}

function isDue(
  { createdAt, afterDays }: typeof referralRows.$inferSelect,
  first: FirstPaid | undefined,
  { today, timeZone }: { readonly today: Temporal.PlainDate; readonly timeZone: string },
): boolean {
  const from = (first?.paidAt ?? createdAt).toZonedDateTimeISO(timeZone).toPlainDate()
  return Temporal.PlainDate.compare(from.add({ days: first ? afterDays : FORGOTTEN_DAYS }), today) <= 0
}

async function settle(
  ctx: Context,
  referralId: string,
  first: FirstPaid | undefined,
  today: Temporal.PlainDate,
): Promise<void> {
  if (first) await decideReferral(ctx, { referralId, invoiceId: first.invoiceId, today })
  else await closeReferral(ctx, { id: referralId, because: "never_paid", reason: null })
}
