import { findUsedCredit } from "#credit"
import { type Account, getAccount } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { findDisputeState, getRefundable, listReferencesBeingPaid } from "#payments"
import { findSettledCountry, openTax } from "#tax"
import { getSettings } from "#tenancy"
import { billingRefusals } from "./errors.ts"
import { findKept } from "./find-kept.ts"
import { findReplacement } from "./find-replacement.ts"
import type { InvoiceContent } from "./invoice.ts"
import { listFirstPeriods } from "./list-first-periods.ts"
import { planReissue, type ReissuePlan } from "./plan-reissue.ts"
import { getInvoice, type InvoiceDetail } from "./queries.ts"

export interface LoadedReissue {
  readonly invoice: InvoiceDetail
  readonly content: InvoiceContent
  /** Who is billed: of a merged duplicate the one that it became. */
  readonly account: Account
  readonly plan: ReissuePlan
  readonly replacedBy: { readonly id: string; readonly number: string } | null
}

const wholeHouse: Reach = { kind: "all" }

/** An invoice, and what it would be with the tax as it is known now. What it would be is the plan; nothing is written. */
export async function loadReissue(ctx: Context, reach: Reach, invoiceId: string): Promise<LoadedReissue> {
  const invoice = await getInvoice(ctx, reach, invoiceId)
  const until = (await findKept(ctx, wholeHouse, [invoice])).get(invoiceId)
  if (until) billingRefusals.refuse("billing.kept_by_law", { until: until.toString() })
  const content = JSON.parse(invoice.content) as InvoiceContent
  const own = await getAccount(ctx, invoice.accountId)
  const account = own.mergedIntoId ? await getAccount(ctx, own.mergedIntoId) : own
  const settings = { ...(await getSettings(ctx)), taxIncluded: content.taxIncluded }
  const tax = await openTax(ctx, settings, [account.id], invoice.issuedOn)
  const settled = await findSettledCountry(ctx, wholeHouse, invoiceId)
  const { paymentAttemptId: attemptId, requestId } = invoice
  const { replacedBy } = await findReplacement(ctx, wholeHouse, invoice)
  // By now it is known which days a first invoice pays for.
  const days = await listFirstPeriods(ctx, invoice, null)
  const lines = invoice.lines.map((line) => {
    const time = days.get(line.id)
    return time ? { ...line, periodStart: time.start, periodEnd: time.end } : line
  })
  const plan = planReissue({
    invoice: { ...invoice, lines },
    content,
    terms: settled ? tax.ofAccountIn(account.id, settled) : tax.ofAccount(account.id),
    refundable: attemptId ? (await getRefundable(ctx, wholeHouse, attemptId)).minor : 0n,
    usedCredit: requestId ? await findUsedCredit(ctx, wholeHouse, requestId) : 0n,
    isBeingPaid: invoice.state === "open" && (await isBeingPaid(ctx, requestId)),
    isDisputed: attemptId ? (await findDisputeState(ctx, attemptId)) !== null : false,
    replacedBy: replacedBy?.number ?? null,
  })
  return { invoice, content, account, plan, replacedBy }
}

async function isBeingPaid(ctx: Context, requestId: string | null): Promise<boolean> {
  return requestId !== null && (await listReferencesBeingPaid(ctx, wholeHouse, [requestId])).has(requestId)
}
