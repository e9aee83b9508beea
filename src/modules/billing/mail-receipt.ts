import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { paymentReceipt, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { getInvoice } from "./queries.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"

/** The receipt with the paper attached. Printing is ten milliseconds of computing, no call outside. */
export async function mailReceipt(ctx: Context, fact: { invoiceId: string }): Promise<void> {
  const invoice = await getInvoice(ctx, { kind: "all" }, fact.invoiceId)
  const account = await getAccount(ctx, invoice.accountId)
  const settings = await getSettings(ctx)
  const paper = renderInvoicePdf(invoice, account.language)
  await sendMessage(ctx, {
    template: paymentReceipt,
    to: { name: account.personName, address: account.email },
    language: account.language,
    key: `payment-receipt:${invoice.id}`,
    data: {
      name: account.personName,
      invoiceNumber: invoice.number,
      issuedOn: invoice.issuedOn.toString(),
      net: toWire(invoice.net),
      tax: toWire(invoice.tax),
      total: toWire(invoice.total),
      invoiceUrl: linkTo(settings, account.language, `/portal/invoices/${invoice.id}`),
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
