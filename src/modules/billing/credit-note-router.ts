import { within } from "#kit/context.ts"
import { fromWire } from "#kit/money.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer, answerLive } from "#kit/serve/serve.ts"
import type { creditNoteContract } from "./credit-note-contract.ts"
import { describeCreditNote } from "./credit-note-views.ts"
import { billingRefusals } from "./errors.ts"
import { findKept } from "./find-kept.ts"
import { findPaperLogo } from "./find-paper-logo.ts"
import { getCreditNote } from "./get-credit-note.ts"
import { issueCreditNote } from "./issue-credit-note.ts"
import { listAllCreditNotes } from "./list-all-credit-notes.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"

export function answerCreditNotes(): Answers<typeof creditNoteContract> {
  return {
    list: answer(permit("billing.credit-notes.read"), async (ctx, input) => {
      const reach = within(ctx.actor)
      const page = await listAllCreditNotes(ctx, reach, input)
      const kept = await findKept(ctx, reach, page.items)
      return {
        ...page,
        items: page.items.map((note) => ({
          ...describeCreditNote(note),
          invoiceNumber: note.invoiceNumber,
          accountId: note.accountId,
          accountName: kept.has(note.id) ? "" : note.accountName,
          reason: note.reason,
        })),
      }
    }),
    issue: answer(permit("billing.credit-notes.write"), async (ctx, { id, lines, reason }) =>
      describeCreditNote(
        await issueCreditNote(ctx, {
          invoiceId: id,
          wish: lines?.map(({ lineId, gross }) => ({ lineId, gross: fromWire(gross) })) ?? "rest",
          reason,
        }),
      ),
    ),
    pdf: answerLive(permit("billing.invoices.read"), async (scope, { id, language }) => {
      const { note, logo } = await scope.transact(async (ctx) => {
        const reach = within(ctx.actor)
        const found = await getCreditNote(ctx, reach, id)
        const until = (await findKept(ctx, reach, [found])).get(id)
        if (until) billingRefusals.refuse("billing.kept_by_law", { until: until.toString() })
        return { note: found, logo: await findPaperLogo(ctx, found) }
      })
      return renderInvoicePdf(note, language, logo)
    }),
  }
}
