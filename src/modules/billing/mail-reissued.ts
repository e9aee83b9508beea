import { getAccount, listInvoiceContacts } from "#identity"
import type { Context } from "#kit/context.ts"
import { toWire, type WireMoney } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { invoiceCorrected, type MessageWish, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { findPaperLogo } from "./find-paper-logo.ts"
import { getCreditNote } from "./get-credit-note.ts"
import { getInvoice } from "./queries.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"

interface Fact {
  readonly invoiceId: string
  readonly replacedId: string
  readonly creditNoteId: string
  readonly money: WireMoney
  readonly credit: WireMoney
}

interface Recipient {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly key: string
}

/** Both papers, to the account and to whoever keeps its books, each in their own language, once. */
export async function mailReissued(ctx: Context, fact: Fact): Promise<void> {
  const { accountId } = await getInvoice(ctx, { kind: "all" }, fact.invoiceId)
  const own = await getAccount(ctx, accountId)
  const account = own.mergedIntoId ? await getAccount(ctx, own.mergedIntoId) : own
  const { personName: name, email, language } = account
  const key = `invoice-corrected:${fact.invoiceId}`
  const contacts = await listInvoiceContacts(ctx, account.id)
  const whole = { accountId: account.id, alsoTo: contacts.map((contact) => contact.email) }
  await mailTo(ctx, fact, { name, email, language, key }, whole)
  for (const { id, ...contact } of contacts) {
    if (contact.email !== email) await mailTo(ctx, fact, { ...contact, key: `${key}:${id}` })
  }
}

async function mailTo(
  ctx: Context,
  fact: Fact,
  to: Recipient,
  whole: Pick<MessageWish<unknown>, "accountId" | "alsoTo"> = {},
): Promise<void> {
  const reach = { kind: "all" } as const
  const settings = await getSettings(ctx)
  const invoice = await getInvoice(ctx, reach, fact.invoiceId)
  const { number: replaced } = await getInvoice(ctx, reach, fact.replacedId)
  const note = await getCreditNote(ctx, reach, fact.creditNoteId)
  const attachments = []
  for (const paper of [note, invoice]) {
    const file = renderInvoicePdf(paper, to.language, await findPaperLogo(ctx, paper))
    const content = new Uint8Array(await file.arrayBuffer())
    attachments.push({ filename: file.name, contentType: "application/pdf", content })
  }
  await sendMessage(ctx, {
    template: invoiceCorrected,
    to: { name: to.name, address: to.email },
    language: to.language,
    key: to.key,
    ...whole,
    data: {
      name: to.name,
      replaced,
      creditNote: note.number,
      number: invoice.number,
      tax: toWire(invoice.tax),
      total: toWire(invoice.total),
      dueOn: invoice.state === "open" ? (invoice.dueOn?.toString() ?? null) : null,
      money: fact.money.minor === "0" ? null : fact.money,
      credit: fact.credit.minor === "0" ? null : fact.credit,
      url: linkTo(settings, to.language, `/portal/invoices/${invoice.id}`),
    },
    attachments,
  })
}
