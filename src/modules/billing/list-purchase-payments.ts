import { and, desc, eq } from "drizzle-orm"
import { findUsedCredit } from "#credit"
import type { Context, Reach } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { getRefundable } from "#payments"
import { isLineOf } from "./is-line-of.ts"
import { CHANGE_RULE } from "./line-rule.ts"
import { listCreditableLines } from "./list-creditable-lines.ts"
import { restOf } from "./plan-credit.ts"
import type { PurchasePayment } from "./plan-taking-back.ts"
import { getInvoice, type InvoiceDetail, type StoredLine } from "./queries.ts"
import type { Subscription } from "./subscription.ts"
import type { subscriptionPeriods } from "./subscription-tables.ts"
import { invoiceLines } from "./tables.ts"

const wholeHouse: Reach = { kind: "all" }
/** Nobody changes plans more often within one period. */
const MOST_CHANGES = 50

export interface PaidBy {
  /** The invoice and line by which the period was bought. */
  readonly invoice: InvoiceDetail
  readonly line: StoredLine
  /** All payments for it, newest first, each with what can still be taken back. */
  readonly payments: readonly PurchasePayment[]
}

/** What paid for a period: the line that bought it, and the differences that changes of plan added. Nothing for a gift. */
export async function listPurchasePayments(
  ctx: Context,
  subscription: Pick<Subscription, "id" | "priceId" | "orderItemId">,
  period: typeof subscriptionPeriods.$inferSelect,
): Promise<PaidBy | undefined> {
  if (!period.invoiceId) return undefined
  const invoice = await getInvoice(ctx, wholeHouse, period.invoiceId)
  const line = invoice.lines.find((one) =>
    period.lineId ? one.id === period.lineId : isLineOf(subscription, one),
  )
  if (!line) return undefined
  const payments: PurchasePayment[] = []
  for (const change of await listChangeLines(ctx, subscription.id, period)) {
    payments.push(...(await readPayment(ctx, change)))
  }
  payments.push(...(await readPayment(ctx, { invoiceId: invoice.id, lineId: line.id })))
  return { invoice, line, payments }
}

async function listChangeLines(
  ctx: Context,
  subscriptionId: string,
  { endOn, startOn }: { endOn: Temporal.PlainDate; startOn: Temporal.PlainDate },
) {
  const rows = await ctx.db
    .select()
    .from(invoiceLines)
    .where(and(eq(invoiceLines.subscriptionId, subscriptionId), eq(invoiceLines.periodEnd, endOn)))
    .orderBy(desc(invoiceLines.id))
    .limit(MOST_CHANGES)
  return rows
    .filter(
      ({ reason, periodStart }) =>
        reason.rule === CHANGE_RULE && periodStart && Temporal.PlainDate.compare(periodStart, startOn) >= 0,
    )
    .map(({ id, invoiceId }) => ({ invoiceId, lineId: id }))
}

async function readPayment(
  ctx: Context,
  of: { readonly invoiceId: string; readonly lineId: string },
): Promise<PurchasePayment[]> {
  const invoice = await getInvoice(ctx, wholeHouse, of.invoiceId)
  const lines = await listCreditableLines(ctx, wholeHouse, of.invoiceId)
  const line = lines.find(({ id }) => id === of.lineId)
  if (!line) return []
  const rest = restOf(line)
  const most = await sumReturnable(ctx, invoice)
  return [{ ...of, left: money(rest.minor < most ? rest.minor : most, rest.currency) }]
}

/** What can still go back the way it came: at the gateway, and as the credit that paid the rest. */
async function sumReturnable(ctx: Context, invoice: InvoiceDetail): Promise<bigint> {
  const { paymentAttemptId, requestId } = invoice
  const atGateway = paymentAttemptId ? (await getRefundable(ctx, wholeHouse, paymentAttemptId)).minor : 0n
  return atGateway + (requestId ? await findUsedCredit(ctx, wholeHouse, requestId) : 0n)
}
