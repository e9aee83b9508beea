import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { creditNoteSent, type MessageWish, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { findPaperLogo } from "./find-paper-logo.ts"
import { getCreditNote } from "./get-credit-note.ts"
import { listPaperRecipients } from "./list-paper-recipients.ts"
import { getInvoice } from "./queries.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"

export type ReturnedMoney = "sent" | "coming" | "none"

/** A credit note with its paper, to the account and to whoever keeps its books, each in their own language. */
export async function mailCreditNote(
  ctx: Context,
  fact: {
    readonly creditNoteId: string
    /** What it takes back was sent to its payer, will be, or was never theirs to have back. */
    readonly money: ReturnedMoney
    /** Once per key and recipient. */
    readonly key: string
  },
): Promise<void> {
  const note = await getCreditNote(ctx, { kind: "all" }, fact.creditNoteId)
  const { accountId } = await getInvoice(ctx, { kind: "all" }, note.invoiceId)
  const recipients = await listPaperRecipients(ctx, accountId)
  const alsoTo = recipients.flatMap(({ contactId, email }) => (contactId ? [email] : []))
  for (const { contactId, ...to } of recipients) {
    const whole = contactId ? {} : { accountId, alsoTo }
    await mailTo(ctx, fact, { ...to, key: contactId ? `${fact.key}:${contactId}` : fact.key }, whole)
  }
}

async function mailTo(
  ctx: Context,
  { creditNoteId, money }: { readonly creditNoteId: string; readonly money: ReturnedMoney },
  to: { readonly name: string; readonly email: string; readonly language: Language; readonly key: string },
  whole: Pick<MessageWish<unknown>, "accountId" | "alsoTo"> = {},
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
    ...whole,
    data: {
      name: to.name,
      number: note.number,
      invoiceNumber,
      total: toWire(note.total),
      isSentBack: money === "sent",
      isComingBack: money === "coming",
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
