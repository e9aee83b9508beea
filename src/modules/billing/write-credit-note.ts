import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { invoiceCredited } from "./events.ts"
import { type CreditCause, type InvoiceContent, writeContent } from "./invoice.ts"
import { planCreditContent } from "./plan-content.ts"
import type { CreditPlan } from "./plan-credit.ts"
import type { InvoiceDetail } from "./queries.ts"
import { creditNoteLines, creditNotes } from "./tables.ts"
import { takeNumber } from "./take-number.ts"

export interface Credit {
  readonly id: string
  readonly invoice: InvoiceDetail
  readonly plan: CreditPlan
}

export interface CreditNoteFacts extends Credit {
  readonly wanted: { readonly key: string; readonly cause: CreditCause; readonly reason: string }
}

/** Number and date in one lock, the paper's whole text with them, and the word that it was issued. Money is the caller's. */
export async function writeCreditNote(ctx: Context, credit: CreditNoteFacts): Promise<{ number: string }> {
  const { id, invoice, wanted, plan } = credit
  const { number, contentHash } = await write(ctx, credit)
  const { accountId, orderId } = invoice
  await announce(ctx, invoiceCredited, {
    invoiceId: invoice.id,
    orderId,
    accountId,
    creditNoteId: id,
    number,
  })
  await recordAudit(ctx, {
    act: "billing.credit-note-issued",
    subjectId: id,
    accountId,
    reason: wanted.reason,
    before: { invoiceId: invoice.id, number: invoice.number },
    after: { number, contentHash, cause: wanted.cause, total: toWire(plan.total) },
  })
  return { number }
}

async function write(ctx: Context, credit: CreditNoteFacts) {
  const { id, invoice, plan, wanted } = credit
  const { legalEntityId, timeZone } = await getSettings(ctx)
  const today = ctx.clock.today(timeZone)
  const original = JSON.parse(invoice.content) as InvoiceContent
  const taken = await takeNumber(ctx, { legalEntityId, kind: "credit_note", today })
  const content = writeContent(
    planCreditContent(original, { ...taken, cause: wanted.cause, plan, lines: invoice.lines }),
  )
  await ctx.db.insert(creditNotes).values({
    id,
    ...taken,
    issuedAt: ctx.clock.now(),
    invoiceId: invoice.id,
    key: wanted.key,
    cause: wanted.cause,
    accountId: invoice.accountId,
    currency: plan.total.currency,
    netMinor: plan.net.minor,
    taxMinor: plan.tax.minor,
    totalMinor: plan.total.minor,
    reason: wanted.reason,
    content: content.text,
    contentHash: content.hash,
  })
  await ctx.db.insert(creditNoteLines).values(
    plan.lines.map((line, position) => ({
      id: ctx.newId("cnl"),
      creditNoteId: id,
      invoiceLineId: line.lineId,
      position,
      netMinor: line.net.minor,
      taxMinor: line.tax.minor,
      grossMinor: line.gross.minor,
    })),
  )
  return { number: taken.number, contentHash: content.hash }
}
