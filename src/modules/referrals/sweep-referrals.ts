import { and, asc, eq, gt } from "drizzle-orm"
import { type FirstPaid, listFirstPaid } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { closeReferral } from "./close-referral.ts"
import { decideReferral } from "./decide-referral.ts"
import { FORGOTTEN_DAYS } from "./referral.ts"
import { referralRows } from "./tables.ts"

const AT_ONCE = 200
const MOST_CHUNKS = 100
const wholeHouse: Reach = { kind: "all" }

/** Decides each recommendation whose first payment has stood for the days that were promised. */
export async function sweepReferrals(ctx: Context, today: Temporal.PlainDate): Promise<void> {
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
    for (const row of rows) await look(ctx, row, paid.get(row.accountId), today)
    after = rows.at(-1)?.id ?? ""
    if (rows.length < AT_ONCE) return
  }
}

async function look(
  ctx: Context,
  { id, createdAt, afterDays }: typeof referralRows.$inferSelect,
  first: FirstPaid | undefined,
  today: Temporal.PlainDate,
): Promise<void> {
  const { timeZone } = await getSettings(ctx)
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  const isBy = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) <= 0
  if (!first) {
    if (isBy(dayOf(createdAt).add({ days: FORGOTTEN_DAYS }))) {
      await closeReferral(ctx, { id, because: "never_paid", reason: null })
    }
    return
  }
  if (!isBy(dayOf(first.paidAt).add({ days: afterDays }))) return
  await decideReferral(ctx, { referralId: id, invoiceId: first.invoiceId, today })
}
