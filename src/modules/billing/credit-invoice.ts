import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { subtract } from "#kit/money.ts"
import { bookSeenRefund } from "#payments"
import type { CreditNote } from "./credit-note-rows.ts"
import { billingRefusals } from "./errors.ts"
import { findCreditNote } from "./find-credit-note.ts"
import { giveMoneyBack } from "./give-money-back.ts"
import type { CreditCause } from "./invoice.ts"
import { listCreditableLines } from "./list-creditable-lines.ts"
import { lockInvoice } from "./lock-invoice.ts"
import { refundKeyOf } from "./money-back-key.ts"
import { type CreditPlan, type CreditWish, planCredit } from "./plan-credit.ts"
import { postCreditNote } from "./post-credit-note.ts"
import { getInvoice, getPaymentRequest, type InvoiceDetail } from "./queries.ts"
import { reduceOwed } from "./reduce-owed.ts"
import { invoices } from "./tables.ts"
import { type Credit, writeCreditNote } from "./write-credit-note.ts"

export interface WantedCredit {
  readonly invoiceId: string
  /** Why, once per why: told again, the same credit note is found. */
  readonly key: string
  readonly wish: CreditWish
  readonly cause: CreditCause
  /** For colleagues and the audit log: the paper says the cause. */
  readonly reason: string
  /** The money has gone back already, by this refund that was seen at the gateway: it is booked, and nothing is sent. */
  readonly seenRefundId?: string
}

const wholeHouse: Reach = { kind: "all" }

/**
 * The only way an issued invoice is corrected: by a credit note that names it, over the whole or a part, at its own
 * rates. What was paid goes back the way it came. The invoice's row is held, so two can't take back the same won; the
 * database says so too.
 */
export async function creditInvoice(ctx: Context, wanted: WantedCredit): Promise<CreditNote> {
  // The request first, as everybody who pays it does.
  const { requestId } = await getInvoice(ctx, wholeHouse, wanted.invoiceId)
  if (requestId) await getPaymentRequest(ctx, wholeHouse, requestId, "update")
  await lockInvoice(ctx, wholeHouse, wanted.invoiceId)
  const known = await findCreditNote(ctx, wholeHouse, wanted)
  if (known) return known
  const invoice = await getInvoice(ctx, wholeHouse, wanted.invoiceId)
  if (invoice.state === "written_off") {
    billingRefusals.refuse("billing.invoice_written_off", { invoiceId: invoice.id })
  }
  const plan = planCredit(await listCreditableLines(ctx, wholeHouse, invoice.id), wanted.wish)
  if (!plan) return billingRefusals.refuse("billing.nothing_to_credit", { invoiceId: invoice.id })
  const id = ctx.newId("crn")
  await moveMoney(ctx, { id, invoice, plan }, wanted.seenRefundId)
  await writeCreditNote(ctx, { id, invoice, plan, wanted })
  await closeCredited(ctx, invoice, plan)
  return (await findCreditNote(ctx, wholeHouse, wanted)) as CreditNote
}

/** Back the way it came: to the gateway, and as credit what credit paid. */
async function moveMoney(ctx: Context, credit: Credit, seenRefundId: string | undefined): Promise<void> {
  const { id, invoice, plan } = credit
  const rest = subtract(invoice.total, invoice.credited)
  if (seenRefundId) {
    await postCreditNote(ctx, credit, [
      { account: `unapplied:${invoice.accountId}`, minor: -plan.total.minor },
    ])
    return bookSeenRefund(ctx, seenRefundId)
  }
  const toCustomer =
    invoice.state === "open"
      ? await reduceOwed(ctx, invoice, plan.total)
      : await giveMoneyBack(ctx, { invoice, rest, amount: plan.total, key: refundKeyOf(id) })
  await postCreditNote(ctx, credit, toCustomer)
}

/** Nothing is left to pay of what was never paid. */
async function closeCredited(ctx: Context, invoice: InvoiceDetail, plan: CreditPlan): Promise<void> {
  if (invoice.state !== "open" || invoice.left.minor > plan.total.minor) return
  await ctx.db.update(invoices).set({ state: "credited" }).where(eq(invoices.id, invoice.id))
}
