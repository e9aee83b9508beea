import { and, asc, gt, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Rate } from "#kit/money.ts"
import { isSameRate, type LineTax, openTax } from "#tax"
import { getSettings } from "#tenancy"
import { isDue } from "./due-subscriptions.ts"
import { subscriptions } from "./subscription-tables.ts"

/** From a price to what is asked for: of everybody, and of those whom another tax is asked of. */
export interface RunTax {
  readonly factor: Rate
  readonly others: readonly { readonly accountId: string; readonly planId: string; readonly factor: Rate }[]
}

const AT_ONCE = 1_000
/** A million customers due on one day. */
const MOST_CHUNKS = 1_000

/** By what the run of a day multiplies prices; facts are fetched in sets, and only exceptions are kept. */
export async function loadRunTax(ctx: Context, on: Temporal.PlainDate): Promise<RunTax> {
  const settings = await getSettings(ctx)
  const { taxIncluded, taxRate } = settings
  const factor = factorOf({ taxRate, insideRate: taxRate }, taxIncluded)
  const whole = await openTax(ctx, settings, [])
  if (!whole.isByPlace) return { factor, others: [] }
  const others: RunTax["others"][number][] = []
  let after = ""
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const rows = await ctx.db
      .select({
        accountId: subscriptions.accountId,
        planIds: sql<string[]>`array_agg(distinct ${subscriptions.planId})`,
      })
      .from(subscriptions)
      .where(and(isDue(on), gt(subscriptions.nextMinor, 0n), gt(subscriptions.accountId, after)))
      .groupBy(subscriptions.accountId)
      .orderBy(asc(subscriptions.accountId))
      .limit(AT_ONCE)
    const tax = await openTax(
      ctx,
      settings,
      rows.map(({ accountId }) => accountId),
    )
    for (const { accountId, planIds } of rows) {
      for (const planId of planIds) {
        const own = factorOf(tax.ofAccount(accountId).ofPlan(planId), taxIncluded)
        if (!isSameRate(own, factor)) others.push({ accountId, planId, factor: own })
      }
    }
    if (rows.length < AT_ONCE) break
    after = rows.at(-1)?.accountId ?? after
  }
  return { factor, others }
}

/** (1 + rate), without what the price holds already: exact. */
function factorOf({ taxRate, insideRate }: LineTax, taxIncluded: boolean): Rate {
  const onTop = { numerator: taxRate.denominator + taxRate.numerator, denominator: taxRate.denominator }
  if (!taxIncluded) return onTop
  return {
    numerator: onTop.numerator * insideRate.denominator,
    denominator: onTop.denominator * (insideRate.denominator + insideRate.numerator),
  }
}
