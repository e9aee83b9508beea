import { getAccount, listInvoiceContacts } from "#identity"
import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { type MessageWish, paymentReceipt, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { findPaperLogo } from "./find-paper-logo.ts"
import { getInvoice, type InvoiceDetail } from "./queries.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"

interface Recipient {
  readonly name: string
  readonly address: string
  readonly language: Language
  readonly key: string
}

/** The receipt with the paper attached, to the account and to whoever keeps its books, each in their own language. */
export async function mailReceipt(ctx: Context, fact: { readonly invoiceId: string }): Promise<void> {
  const invoice = await getInvoice(ctx, { kind: "all" }, fact.invoiceId)
  const account = await getAccount(ctx, invoice.accountId)
  const { personName: name, email: address, language } = account
  const key = `payment-receipt:${invoice.id}`
  const contacts = await listInvoiceContacts(ctx, account.id)
  const whole = { accountId: account.id, alsoTo: contacts.map((contact) => contact.email) }
  await mailTo(ctx, invoice, { name, address, language, key }, whole)
  for (const contact of contacts) {
    if (contact.email === address) continue
    const { id, email, ...person } = contact
    await mailTo(ctx, invoice, { ...person, address: email, key: `${key}:${id}` })
  }
}

/** Printing is ten milliseconds of computing, no call outside. */
async function mailTo(
  ctx: Context,
  invoice: InvoiceDetail,
  to: Recipient,
  whole: Pick<MessageWish<unknown>, "accountId" | "alsoTo"> = {},
): Promise<void> {
  const settings = await getSettings(ctx)
  const paper = renderInvoicePdf(invoice, to.language, await findPaperLogo(ctx, invoice))
  await sendMessage(ctx, {
    template: paymentReceipt,
    to: { name: to.name, address: to.address },
    language: to.language,
    key: to.key,
    ...whole,
    data: {
      name: to.name,
      invoiceNumber: invoice.number,
      issuedOn: invoice.issuedOn.toString(),
      net: toWire(invoice.net),
      tax: toWire(invoice.tax),
      total: toWire(invoice.total),
      invoiceUrl: linkTo(settings, to.language, `/portal/invoices/${invoice.id}`),
    },
    attachments: [
      {
        filename: `${invoice.number}.pdf`,
        contentType: "application/pdf",
        content: new Uint8Array(await paper.arrayBuffer()),
      },
    ],
  })
}
