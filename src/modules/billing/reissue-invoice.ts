import { recordAudit } from "#audit"
import { keepAsCredit, returnCredit } from "#credit"
import { type Context, type Reach, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { add, isSame, type Money, money, subtract, toWire } from "#kit/money.ts"
import type { TransferPosting } from "#ledger"
import { forgetTax, getAttempt, requestRefund } from "#payments"
import { cancelOwed } from "./cancel-owed.ts"
import { billingRefusals } from "./errors.ts"
import { invoiceIssued, invoiceReissued } from "./events.ts"
import { holdAgreements } from "./hold-agreements.ts"
import { listCreditableLines } from "./list-creditable-lines.ts"
import { type LoadedReissue, loadReissue } from "./load-reissue.ts"
import { lockInvoice } from "./lock-invoice.ts"
import { refundKeyOf } from "./money-back-key.ts"
import { moveOwed } from "./move-owed.ts"
import { movePaidTime } from "./move-paid-time.ts"
import { planCredit } from "./plan-credit.ts"
import { postApplied } from "./post-applied.ts"
import { postCreditNote } from "./post-credit-note.ts"
import { postIssued } from "./post-issued.ts"
import { getInvoice, getPaymentRequest, type InvoiceDetail } from "./queries.ts"
import { refuseReissue } from "./refuse-reissue.ts"
import { releaseLines } from "./release-lines.ts"
import { writeCreditNote } from "./write-credit-note.ts"
import { type InvoiceFacts, writeInvoice } from "./write-invoice.ts"

export interface WantedReissue {
  readonly invoiceId: string
  /** What was shown. Other facts make another total, which is shown first. */
  readonly expected: Money
  /** What was paid too much goes back the way it came; or stays as credit, if its customer would rather have that. */
  readonly back: "money" | "credit"
  readonly reason: string
}

export interface Reissued {
  readonly invoiceId: string
  readonly creditNoteId: string
}

const wholeHouse: Reach = { kind: "all" }

/**
 * The papers of an invoice are put right: a credit note over all of it, at its own rates, and another invoice with the tax as
 * it is known now: settled by the same payment, or owed in its stead, as many days after its own date. The invoice's row is
 * held, so of two at once the second finds it done.
 */
export async function reissueInvoice(
  ctx: Context,
  wanted: WantedReissue,
  reach: Reach = within(ctx.actor),
): Promise<Reissued> {
  const { invoiceId, reason } = wanted
  await hold(ctx, reach, invoiceId)
  const loaded = await loadReissue(ctx, reach, invoiceId)
  const { invoice, plan } = loaded
  if (plan.hindrance) return refuseReissue(loaded, ctx.language)
  if (!isSame(plan.document.total, wanted.expected)) {
    return billingRefusals.refuse("billing.reissue_changed", { invoiceId })
  }
  const creditNoteId = ctx.newId("crn")
  await creditWhole(ctx, loaded, { id: creditNoteId, reason })
  await releaseLines(ctx, invoiceId)
  const after = await issue(ctx, loaded, reason)
  await movePaidTime(ctx, invoice, after)
  if (invoice.state === "open") await moveOwed(ctx, invoice, after)
  await sendBack(ctx, loaded, { ...wanted, creditNoteId })
  if (invoice.paymentAttemptId) await forgetTax(ctx, invoice.paymentAttemptId)
  const { orderId, accountId, number } = after
  await announce(ctx, invoiceIssued, { invoiceId: after.id, orderId, accountId, number })
  await announce(ctx, invoiceReissued, {
    invoiceId: after.id,
    orderId,
    accountId,
    replacedId: invoiceId,
    creditNoteId,
    money: toWire(wanted.back === "money" ? plan.money : money(0n, plan.money.currency)),
    credit: toWire(wanted.back === "money" ? plan.credit : add(plan.money, plan.credit)),
  })
  await recordAudit(ctx, {
    act: "billing.invoice-reissued",
    subjectId: invoiceId,
    accountId,
    reason,
    before: { number: invoice.number, tax: toWire(invoice.tax), total: toWire(invoice.total) },
    after: {
      invoiceId: after.id,
      creditNoteId,
      number,
      tax: toWire(after.tax),
      total: toWire(after.total),
      ground: plan.snapshot.ground,
      back: wanted.back,
    },
  })
  return { invoiceId: after.id, creditNoteId }
}

/** What it pays for, its request, itself, its payment: in the order of everybody who takes more than one of them. */
async function hold(ctx: Context, reach: Reach, invoiceId: string): Promise<void> {
  const found = await getInvoice(ctx, reach, invoiceId)
  await holdAgreements(ctx, found)
  if (found.requestId) await getPaymentRequest(ctx, wholeHouse, found.requestId, "update")
  await lockInvoice(ctx, reach, invoiceId)
  if (found.paymentAttemptId) await getAttempt(ctx, wholeHouse, found.paymentAttemptId, "update")
}

/** All of it is the customer's again, or not owed any more. */
async function creditWhole(
  ctx: Context,
  { invoice, plan: { credit } }: LoadedReissue,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  const plan = planCredit(await listCreditableLines(ctx, wholeHouse, invoice.id), "rest")
  if (!plan) throw new Error(`${invoice.id} has nothing to credit.`)
  const toCustomer =
    invoice.state === "open" ? await cancelOwed(ctx, invoice) : await freePaid(ctx, invoice, credit)
  await postCreditNote(ctx, { id, invoice, plan }, toCustomer)
  const wanted = { key: "reissue", cause: "correction" as const, reason }
  await writeCreditNote(ctx, { id, invoice, plan, wanted })
}

/** What credit had paid too much is credit again. */
async function freePaid(
  ctx: Context,
  { requestId, accountId, total }: InvoiceDetail,
  credit: Money,
): Promise<readonly TransferPosting[]> {
  const returned =
    credit.minor > 0n && requestId ? await returnCredit(ctx, { reference: requestId, amount: credit }) : []
  return [{ account: `unapplied:${accountId}`, minor: -(total.minor - credit.minor) }, ...returned]
}

async function issue(ctx: Context, loaded: LoadedReissue, reason: string): Promise<InvoiceDetail> {
  const { invoice, content, account, plan } = loaded
  if (!invoice.requestId) throw new Error(`${invoice.id} was asked for by no request.`)
  const invoiceId = ctx.newId("inv")
  const fromCredit = subtract(invoice.fromCredit, plan.credit)
  const { lines, net, tax, total } = plan.document
  const payment = paymentOf(invoice, { total, fromCredit })
  const request = {
    ...(await getPaymentRequest(ctx, wholeHouse, invoice.requestId)),
    lines: lines.map((line, index) => ({ ...line, id: invoice.lines[index]?.id ?? "" })),
    net,
    tax,
    total,
    credited: money(0n, total.currency),
    accountId: invoice.accountId,
    taxDecision: plan.snapshot,
  }
  await postIssued(ctx, request, invoiceId)
  if (invoice.state === "paid") {
    await postApplied(ctx, request, { amount: total, creditPostings: [] }, invoiceId)
  }
  const { id, number, paidAt } = invoice
  const { contentHash } = await writeInvoice(ctx, {
    invoiceId,
    request,
    account,
    payment,
    replaces: { id, number, paidAt, taxIncluded: content.taxIncluded },
  })
  const issued = await getInvoice(ctx, wholeHouse, invoiceId)
  await recordAudit(ctx, {
    act: "billing.invoice-issued",
    subjectId: invoiceId,
    accountId: issued.accountId,
    reason,
    before: { invoiceId: id, number },
    after: {
      number: issued.number,
      contentHash,
      total: toWire(total),
      fromCredit: toWire(fromCredit),
      attemptId: issued.paymentAttemptId,
      dueOn: issued.dueOn?.toString() ?? null,
    },
  })
  return issued
}

/** What paid the one pays for the other; or it is to be paid as many days after its date as the one was. */
function paymentOf(
  { state, issuedOn, dueOn, paymentAttemptId }: InvoiceDetail,
  { total, fromCredit }: { readonly total: Money; readonly fromCredit: Money },
): InvoiceFacts["payment"] {
  if (state === "open") return { inDays: dueOn ? issuedOn.until(dueOn, { largestUnit: "days" }).days : 0 }
  return { attemptId: total.minor > fromCredit.minor ? paymentAttemptId : null, fromCredit }
}

/** Stands beside the credit, for the customer to read. */
const keptBecause = {
  en: (number: string) => `${number}: the tax was put right`,
  ko: (number: string) => `${number} 세금 정정`,
}

async function sendBack(
  ctx: Context,
  { invoice, account, plan }: LoadedReissue,
  wanted: WantedReissue & { readonly creditNoteId: string },
): Promise<void> {
  const { accountId, paymentAttemptId: attemptId, number } = invoice
  const amount = plan.money
  if (amount.minor === 0n) return
  if (wanted.back === "credit") {
    const reason = keptBecause[account.language](number)
    return keepAsCredit(ctx, { accountId, amount, reference: wanted.creditNoteId, reason })
  }
  if (!attemptId) throw new Error(`${invoice.id} was paid by money of no payment.`)
  await requestRefund(ctx, { attemptId, key: refundKeyOf(wanted.creditNoteId), reason: "requested", amount })
}
