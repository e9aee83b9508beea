import type { Account } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import type { Money } from "#kit/money.ts"
import { getAttempt } from "#payments"
import { gatherEvidence, keepProof } from "#tax"
import { getSettings } from "#tenancy"
import { writeContent } from "./invoice.ts"
import { lineRow } from "./line-rows.ts"
import type { PaymentRequest } from "./payment-request.ts"
import { planContent } from "./plan-content.ts"
import { invoiceLines, invoices } from "./tables.ts"
import { takeNumber } from "./take-number.ts"

const wholeHouse: Reach = { kind: "all" }

export interface InvoiceFacts {
  readonly invoiceId: string
  readonly request: PaymentRequest
  readonly account: Account
  /** What pays it; or how many days after its date it is to be paid. */
  readonly payment:
    | { readonly attemptId: string | null; readonly fromCredit: Money }
    | { readonly inDays: number }
  /** The one that it stands in place of: paid when that was, if it was, at prices that hold tax or don't as they did. */
  readonly replaces?: {
    readonly id: string
    readonly number: string
    readonly paidAt: Temporal.Instant | null
    readonly taxIncluded: boolean
  }
}

/** Number and date in one lock, and the paper's whole text with them. */
export async function writeInvoice(
  ctx: Context,
  facts: InvoiceFacts,
): Promise<{ number: string; contentHash: string; dueOn: Temporal.PlainDate | null }> {
  const { invoiceId, payment, account, replaces } = facts
  const shop = await getSettings(ctx)
  const settings = replaces ? { ...shop, taxIncluded: replaces.taxIncluded } : shop
  const paid = "inDays" in payment ? null : payment
  const attempt = paid?.attemptId ? await getAttempt(ctx, wholeHouse, paid.attemptId) : undefined
  const today = ctx.clock.today(settings.timeZone)
  const paidAt = paid ? (replaces?.paidAt ?? attempt?.settledAt ?? ctx.clock.now()) : null
  const request = await withEvidence(ctx, facts, attempt?.payerCountry ?? null)
  // From here to the commit every other invoice of this legal entity waits: only writes of our own follow.
  const taken = await takeNumber(ctx, { legalEntityId: settings.legalEntityId, kind: "invoice", today })
  const dueOn = "inDays" in payment ? taken.issuedOn.add({ days: payment.inDays }) : null
  const content = writeContent(
    planContent({
      number: taken.number,
      issuedOn: taken.issuedOn,
      request,
      settings,
      account,
      ...(dueOn ? { dueOn } : {}),
      ...(replaces ? { replaces: replaces.number } : {}),
      payment: paid && {
        paidOn: (paidAt ?? ctx.clock.now()).toZonedDateTimeISO(settings.timeZone).toPlainDate(),
        gateway: attempt?.gateway ?? null,
        attemptId: paid.attemptId,
        fromCredit: paid.fromCredit,
      },
    }),
  )
  await ctx.db.insert(invoices).values({
    id: invoiceId,
    ...taken,
    issuedAt: ctx.clock.now(),
    accountId: request.accountId,
    accountName: account.company ?? account.name,
    orderId: request.orderId,
    requestId: request.id,
    replacesId: replaces?.id ?? null,
    currency: request.total.currency,
    netMinor: request.net.minor,
    taxMinor: request.tax.minor,
    totalMinor: request.total.minor,
    fromCreditMinor: paid?.fromCredit.minor ?? 0n,
    content: content.text,
    contentHash: content.hash,
    state: paid ? "paid" : "open",
    dueOn,
    paidAt,
    paymentAttemptId: paid?.attemptId ?? null,
  })
  await ctx.db
    .insert(invoiceLines)
    .values(request.lines.map((line, position) => ({ invoiceId, ...lineRow(ctx.newId, line, position) })))
  const { accountId, taxDecision: snapshot } = request
  if (snapshot) {
    await keepProof(ctx, { accountId, documentId: invoiceId, documentNumber: taken.number, snapshot })
  }
  return { number: taken.number, contentHash: content.hash, dueOn }
}

/** What proves a consumer's place stands on the paper itself. */
async function withEvidence(
  ctx: Context,
  { request, account, replaces }: InvoiceFacts,
  payerCountry: string | null,
): Promise<PaymentRequest> {
  const { accountId, taxDecision: snapshot } = request
  if (!snapshot) return request
  const { phone } = account
  const address = replaces ? { country: account.country } : {}
  const facts = { accountId, snapshot, ...address, phone, payerCountry }
  return { ...request, taxDecision: await gatherEvidence(ctx, wholeHouse, facts) }
}
