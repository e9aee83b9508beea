import { and, asc, gte, inArray, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { findExemption } from "./exemption.ts"
import { mailExemptions } from "./mail-exemptions.ts"
import { openTax } from "./open-tax.ts"
import {
  type ExemptionNotice,
  NEWS_DAYS,
  type NoticedExemption,
  planExemptionNotices,
} from "./plan-exemption-notices.ts"
import { taxExemptions } from "./tables.ts"
import type { TaxSnapshot } from "./tax-terms.ts"
import { taxedPlace } from "./taxed-place.ts"

const MOST_OF_ONE = 2_000

/** Tells these customers of their certificates that end or have ended, and writes down of which. */
export async function tellExemptionsOf(
  ctx: Context,
  accountIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<void> {
  const since = today.subtract({ days: NEWS_DAYS })
  const rows = await ctx.db
    .select()
    .from(taxExemptions)
    .where(and(inArray(taxExemptions.accountId, [...accountIds]), gte(taxExemptions.untilOn, since)))
    .orderBy(asc(taxExemptions.untilOn), asc(taxExemptions.id))
    .limit(MOST_OF_ONE)
    .for("update")
  const tax = await openTax(ctx, await getSettings(ctx), accountIds)
  if (!tax.isByPlace) return
  const notices = planExemptionNotices(rows.map(readNoticed), today).filter((notice) =>
    isFelt(notice, tax.ofAccount(notice.exemption.accountId).snapshot),
  )
  for (const [accountId, own] of Map.groupBy(notices, ({ exemption }) => exemption.accountId)) {
    await mailExemptions(ctx, { accountId, notices: own, today })
  }
  await markTold(ctx, notices)
}

/** Whether its end changes what the customer is charged: another place's certificate takes no tax away. Pure. */
function isFelt({ exemption, isOver }: ExemptionNotice, snapshot: TaxSnapshot): boolean {
  if (!isOver) return snapshot.ground === "exempt" && snapshot.proof?.number === exemption.number
  const place = taxedPlace(snapshot)
  return place !== undefined && findExemption([exemption], place) !== undefined
}

async function markTold(ctx: Context, notices: readonly ExemptionNotice[]): Promise<void> {
  const idsOf = (isOver: boolean) =>
    notices.filter((one) => one.isOver === isOver).map(({ exemption }) => exemption.id)
  const until = sql`${taxExemptions.untilOn}`
  for (const [ids, set] of [
    [idsOf(false), { warnedOf: until }],
    [idsOf(true), { toldOverOf: until }],
  ] as const) {
    if (ids.length > 0) await ctx.db.update(taxExemptions).set(set).where(inArray(taxExemptions.id, ids))
  }
}

function readNoticed(row: typeof taxExemptions.$inferSelect): NoticedExemption {
  const { fromOn, untilOn, warnedOf, toldOverOf, ...told } = row
  return {
    ...told,
    from: fromOn.toString(),
    until: untilOn.toString(),
    warnedOf: warnedOf?.toString() ?? null,
    toldOverOf: toldOverOf?.toString() ?? null,
  }
}
