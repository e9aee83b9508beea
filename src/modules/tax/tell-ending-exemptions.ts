import { and, asc, gt, gte, inArray, lte, sql } from "drizzle-orm"
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
  WARN_DAYS,
} from "./plan-exemption-notices.ts"
import { taxExemptions } from "./tables.ts"
import type { TaxSnapshot } from "./tax-terms.ts"
import { taxedPlace } from "./taxed-place.ts"

const ACCOUNTS_AT_ONCE = 100
const MOST_CHUNKS = 100
const MOST_OF_ONE = 2_000

/** Tells customers of certificates that end or have ended: one mail a day and customer, each end once. */
export async function tellEndingExemptions(ctx: Context, today: Temporal.PlainDate): Promise<void> {
  const since = today.subtract({ days: NEWS_DAYS })
  let after = ""
  for (let chunk = 1; chunk <= MOST_CHUNKS; chunk++) {
    const accounts = await ctx.db
      .selectDistinct({ id: taxExemptions.accountId })
      .from(taxExemptions)
      .where(
        and(
          gte(taxExemptions.untilOn, since),
          lte(taxExemptions.untilOn, today.add({ days: WARN_DAYS })),
          sql`case when ${taxExemptions.untilOn} < ${today.toString()}::date then ${taxExemptions.toldOverOf}
            else ${taxExemptions.warnedOf} end is distinct from ${taxExemptions.untilOn}`,
          gt(taxExemptions.accountId, after),
        ),
      )
      .orderBy(asc(taxExemptions.accountId))
      .limit(ACCOUNTS_AT_ONCE)
    const ids = accounts.map(({ id }) => id)
    if (ids.length > 0) await tell(ctx, ids, { today, since })
    after = ids.at(-1) ?? ""
    if (ids.length < ACCOUNTS_AT_ONCE) return
  }
}

async function tell(
  ctx: Context,
  accountIds: readonly string[],
  { today, since }: { readonly today: Temporal.PlainDate; readonly since: Temporal.PlainDate },
): Promise<void> {
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
