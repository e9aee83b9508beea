import { and, eq, lt } from "drizzle-orm"
import { recordAudit } from "#audit"
import { getAccount } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { toWire } from "#kit/money.ts"
import { getBalance } from "#ledger"
import { listReferencesBeingPaid } from "#payments"
import { getSettings } from "#tenancy"
import { type AccountTerms, findTerms } from "#terms"
import { invoiceIssued, invoiceOwed } from "./events.ts"
import { loadProlonged } from "./load-prolonged.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { planTerms } from "./plan-terms.ts"
import { postIssued } from "./post-issued.ts"
import { prolongPaid } from "./prolong-paid.ts"
import { getPaymentRequest } from "./queries.ts"
import { invoices, paymentRequests } from "./tables.ts"
import { withProlonged } from "./with-prolonged.ts"
import { writeInvoice } from "./write-invoice.ts"

const wholeHouse: Reach = { kind: "all" }

/**
 * Of a customer on terms the invoice comes first: number and date in one lock, due so many days later, and what it pays
 * for goes on as if it were paid. Says whether it was issued: beyond the limit, in another currency or while an invoice
 * is overdue everything is paid before, as for everybody else. Told twice, it is issued once.
 */
export async function issueOnTerms(
  ctx: Context,
  { requestId, accountId }: { readonly requestId: string; readonly accountId: string },
): Promise<boolean> {
  // Nearly everybody pays before: one look says so.
  if (!(await findTerms(ctx, wholeHouse, accountId))) return false
  const request = await getPaymentRequest(ctx, wholeHouse, requestId, "update")
  if (request.state !== "open" || request.purpose === "change") return false
  // Its row is held: of two requests at once only what fits below the limit is invoiced first.
  const terms = await findTerms(ctx, wholeHouse, request.accountId, "update")
  if (!terms || !(await isTrusted(ctx, request, terms))) return false
  if ((await listReferencesBeingPaid(ctx, wholeHouse, [requestId])).has(requestId)) return false
  const prolonged = await loadProlonged(ctx, request, "update")
  if (!prolonged) return false
  const account = await getAccount(ctx, request.accountId)
  const whole = withProlonged(request, prolonged)
  const invoiceId = ctx.newId("inv")
  await postIssued(ctx, whole, invoiceId)
  const issued = await writeInvoice(ctx, {
    invoiceId,
    request: whole,
    account,
    payment: { inDays: terms.days },
  })
  await ctx.db
    .update(paymentRequests)
    .set({ state: "billed", invoiceId, dueOn: issued.dueOn ?? request.dueOn })
    .where(eq(paymentRequests.id, requestId))
  await prolongPaid(ctx, prolonged, invoiceId)
  await tell(ctx, whole, { invoiceId, ...issued })
  return true
}

async function isTrusted(ctx: Context, request: PaymentRequest, terms: AccountTerms): Promise<boolean> {
  const { accountId } = request
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const overdue = await ctx.db
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.accountId, accountId), eq(invoices.state, "open"), lt(invoices.dueOn, today)))
    .limit(1)
  const owed = await getBalance(ctx, wholeHouse, `receivable:${accountId}`, request.total.currency)
  return planTerms({ terms, owed, asked: request.total, isOverdue: overdue.length > 0 }) === "invoice_first"
}

async function tell(
  ctx: Context,
  request: PaymentRequest,
  issued: {
    readonly invoiceId: string
    readonly number: string
    readonly contentHash: string
    readonly dueOn: Temporal.PlainDate | null
  },
): Promise<void> {
  const { invoiceId, number, contentHash } = issued
  const { orderId, accountId } = request
  await announce(ctx, invoiceIssued, { invoiceId, orderId, accountId, number })
  await announce(ctx, invoiceOwed, { invoiceId, orderId, accountId })
  await recordAudit(ctx, {
    act: "billing.invoice-issued",
    subjectId: invoiceId,
    accountId,
    before: { requestId: request.id, state: request.state },
    after: { number, contentHash, total: toWire(request.total), dueOn: issued.dueOn?.toString() ?? null },
  })
}
