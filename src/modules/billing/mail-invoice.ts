import { getAccount, listInvoiceContacts } from "#identity"
import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { invoiceSent, type MessageWish, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { findPaperLogo } from "./find-paper-logo.ts"
import { getInvoice, type InvoiceDetail } from "./queries.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"

/** An invoice that is still to be paid, with the paper, to the account and to whoever keeps its books. */
export async function mailInvoice(ctx: Context, fact: { readonly invoiceId: string }): Promise<void> {
  const invoice = await getInvoice(ctx, { kind: "all" }, fact.invoiceId)
  const account = await getAccount(ctx, invoice.accountId)
  const { personName: name, email, language } = account
  const key = `invoice-sent:${invoice.id}`
  const contacts = await listInvoiceContacts(ctx, account.id)
  const whole = { accountId: account.id, alsoTo: contacts.map((contact) => contact.email) }
  await mailTo(ctx, invoice, { name, email, language, key }, whole)
  for (const contact of contacts) {
    if (contact.email !== email) await mailTo(ctx, invoice, { ...contact, key: `${key}:${contact.id}` })
  }
}

async function mailTo(
  ctx: Context,
  invoice: InvoiceDetail,
  to: { readonly name: string; readonly email: string; readonly language: Language; readonly key: string },
  whole: Pick<MessageWish<unknown>, "accountId" | "alsoTo"> = {},
): Promise<void> {
  const settings = await getSettings(ctx)
  const paper = renderInvoicePdf(invoice, to.language, await findPaperLogo(ctx, invoice))
  await sendMessage(ctx, {
    template: invoiceSent,
    to: { name: to.name, address: to.email },
    language: to.language,
    key: to.key,
    ...whole,
    data: {
      name: to.name,
      invoiceNumber: invoice.number,
      total: toWire(invoice.total),
      dueOn: (invoice.dueOn ?? invoice.issuedOn).toString(),
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
