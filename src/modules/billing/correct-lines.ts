import { and, eq, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import { creditInvoice } from "./credit-invoice.ts"
import { listCreditableLines } from "./list-creditable-lines.ts"
import { type CorrectionPlan, type PricePair, planCorrection } from "./plan-correction.ts"
import { restOf } from "./plan-credit.ts"
import { getInvoice, type StoredLine } from "./queries.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"

export interface WrongLine {
  readonly lineId: string
  readonly wrong: PricePair
  readonly right: PricePair
}

export interface WantedCorrection {
  readonly invoiceId: string
  readonly lines: readonly WrongLine[]
  /** Once per key: told again, the same credit note is found. */
  readonly key: string
  readonly reason: string
}

export interface CorrectedLine {
  readonly because: Extract<CorrectionPlan, { kind: "leave" }>["because"] | null
  readonly creditNoteId: string | null
  readonly credited: Money | null
}

const wholeHouse: Reach = { kind: "all" }

/**
 * What a wrong price took too much goes back the way it came, with one credit note over just that, however many lines of
 * the invoice it was. Gives by line what became of it.
 */
export async function correctLines(
  ctx: Context,
  { invoiceId, lines, key, reason }: WantedCorrection,
): Promise<ReadonlyMap<string, CorrectedLine>> {
  const invoice = await getInvoice(ctx, wholeHouse, invoiceId)
  const creditables = await listCreditableLines(ctx, wholeHouse, invoiceId)
  const plans = lines.map((wanted) => {
    const line = invoice.lines.find(({ id }) => id === wanted.lineId)
    const creditable = creditables.find(({ id }) => id === wanted.lineId)
    if (!line || !creditable) throw new Error(`${wanted.lineId} is no line of ${invoiceId}.`)
    const { reason: computedFrom, gross } = line
    return {
      line,
      plan: planCorrection({ ...wanted, reason: computedFrom, gross, left: restOf(creditable) }),
    }
  })
  const wish = plans.flatMap(({ line, plan }) =>
    plan.kind === "credit" ? [{ lineId: line.id, gross: plan.amount }] : [],
  )
  const note =
    wish.length > 0 ? await creditInvoice(ctx, { invoiceId, key, wish, cause: "correction", reason }) : null
  const corrected = new Map<string, CorrectedLine>()
  for (const { line, plan } of plans) {
    if (plan.kind === "credit") await keepRightGross(ctx, invoiceId, line, plan.rightGross)
    corrected.set(
      line.id,
      plan.kind === "credit"
        ? { because: null, creditNoteId: note?.id ?? null, credited: plan.amount }
        : { because: plan.because, creditNoteId: null, credited: null },
    )
  }
  return corrected
}

/** What its time was paid for by now: refunds, changes of plan and the next run measure by it. */
async function keepRightGross(
  ctx: Context,
  invoiceId: string,
  line: StoredLine,
  rightGross: Money,
): Promise<void> {
  if (line.reason.cycle === null) return
  const { planId } = line.reason
  // The first order has one line for all of its pieces, each with a period of its own.
  const isOf = line.subscriptionId
    ? and(
        eq(subscriptionPeriods.subscriptionId, line.subscriptionId),
        line.periodStart ? eq(subscriptionPeriods.startOn, line.periodStart) : undefined,
      )
    : sql`${subscriptionPeriods.number} = 1 and exists (select from ${subscriptions}
        where ${subscriptions.tenantId} = ${subscriptionPeriods.tenantId}
          and ${subscriptions.id} = ${subscriptionPeriods.subscriptionId} and ${subscriptions.planId} = ${planId})`
  await ctx.db
    .update(subscriptionPeriods)
    .set({
      grossMinor: sql`round(${subscriptionPeriods.grossMinor}::numeric * ${rightGross.minor}::bigint / ${line.gross.minor}::bigint)`,
    })
    .where(and(eq(subscriptionPeriods.invoiceId, invoiceId), isOf))
}
