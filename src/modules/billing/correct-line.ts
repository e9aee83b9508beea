import { and, eq, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import { creditInvoice } from "./credit-invoice.ts"
import { listCreditableLines } from "./list-creditable-lines.ts"
import { type CorrectionPlan, type PricePair, planCorrection } from "./plan-correction.ts"
import { restOf } from "./plan-credit.ts"
import { getInvoice, type StoredLine } from "./queries.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"

export interface WantedCorrection {
  readonly invoiceId: string
  readonly lineId: string
  readonly wrong: PricePair
  readonly right: PricePair
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

/** What a wrong price took too much goes back the way it came, with a credit note over just that. */
export async function correctLine(ctx: Context, wanted: WantedCorrection): Promise<CorrectedLine> {
  const { invoiceId, lineId, wrong, right, key, reason } = wanted
  const invoice = await getInvoice(ctx, wholeHouse, invoiceId)
  const line = invoice.lines.find(({ id }) => id === lineId)
  const creditable = (await listCreditableLines(ctx, wholeHouse, invoiceId)).find(({ id }) => id === lineId)
  if (!line || !creditable) throw new Error(`${lineId} is no line of ${invoiceId}.`)
  const plan = planCorrection({
    reason: line.reason,
    gross: line.gross,
    left: restOf(creditable),
    wrong,
    right,
  })
  if (plan.kind === "leave") return { because: plan.because, creditNoteId: null, credited: null }
  const note = await creditInvoice(ctx, {
    invoiceId,
    key,
    wish: [{ lineId, gross: plan.amount }],
    cause: "correction",
    reason,
  })
  await keepRightGross(ctx, invoiceId, line, plan.rightGross)
  return { because: null, creditNoteId: note.id, credited: plan.amount }
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
