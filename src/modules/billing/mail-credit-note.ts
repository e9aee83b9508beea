import { getAccount, listInvoiceContacts } from "#identity"
import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { creditNoteSent, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { findPaperLogo } from "./find-paper-logo.ts"
import { getCreditNote } from "./get-credit-note.ts"
import { getInvoice } from "./queries.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"

/** A credit note with its paper, to the account and to whoever keeps its books, each in their own language. */
export async function mailCreditNote(
  ctx: Context,
  fact: {
    readonly creditNoteId: string
    /** What it takes back is on its way to its payer. */
    readonly isSentBack: boolean
    /** Once per key and recipient. */
    readonly key: string
  },
): Promise<void> {
  const note = await getCreditNote(ctx, { kind: "all" }, fact.creditNoteId)
  const own = await getAccount(ctx, (await getInvoice(ctx, { kind: "all" }, note.invoiceId)).accountId)
  const account = own.mergedIntoId ? await getAccount(ctx, own.mergedIntoId) : own
  const { personName: name, email, language } = account
  await mailTo(ctx, fact, { name, email, language, key: fact.key })
  for (const { id, ...contact } of await listInvoiceContacts(ctx, account.id)) {
    if (contact.email !== email) await mailTo(ctx, fact, { ...contact, key: `${fact.key}:${id}` })
  }
}

async function mailTo(
  ctx: Context,
  { creditNoteId, isSentBack }: { readonly creditNoteId: string; readonly isSentBack: boolean },
  to: { readonly name: string; readonly email: string; readonly language: Language; readonly key: string },
): Promise<void> {
  const settings = await getSettings(ctx)
  const note = await getCreditNote(ctx, { kind: "all" }, creditNoteId)
  const { number: invoiceNumber } = await getInvoice(ctx, { kind: "all" }, note.invoiceId)
  const paper = renderInvoicePdf(note, to.language, await findPaperLogo(ctx, note))
  await sendMessage(ctx, {
    template: creditNoteSent,
    to: { name: to.name, address: to.email },
    language: to.language,
    key: to.key,
    data: {
      name: to.name,
      number: note.number,
      invoiceNumber,
      total: toWire(note.total),
      isSentBack,
      url: linkTo(settings, to.language, `/portal/invoices/${note.invoiceId}`),
    },
    attachments: [
      {
        filename: `${note.number}.pdf`,
        contentType: "application/pdf",
        content: new Uint8Array(await paper.arrayBuffer()),
      },
    ],
  })
}
