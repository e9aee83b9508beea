import { getPaymentRequest, readRequestPaper, renderInvoicePdf } from "#billing"
import { getAccount, listInvoiceContacts } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { type MessageWish, requestSent, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"

const wholeHouse: Reach = { kind: "all" }

/** What staff ask for, to the account and to whoever keeps its books, each in their own language. */
export async function mailRequest(
  ctx: Context,
  fact: { readonly requestId: string; readonly accountId: string },
): Promise<void> {
  // Of a customer on terms the invoice came with it, and has a mail of its own.
  const { state } = await getPaymentRequest(ctx, wholeHouse, fact.requestId)
  if (state !== "open") return
  const account = await getAccount(ctx, fact.accountId)
  const { personName: name, email, language } = account
  const key = `request-sent:${fact.requestId}`
  const contacts = await listInvoiceContacts(ctx, account.id)
  const whole = { accountId: account.id, alsoTo: contacts.map((contact) => contact.email) }
  await mailTo(ctx, fact.requestId, { name, email, language, key }, whole)
  for (const contact of contacts) {
    if (contact.email !== email)
      await mailTo(ctx, fact.requestId, { ...contact, key: `${key}:${contact.id}` })
  }
}

async function mailTo(
  ctx: Context,
  requestId: string,
  to: { readonly name: string; readonly email: string; readonly language: Language; readonly key: string },
  whole: Pick<MessageWish<unknown>, "accountId" | "alsoTo"> = {},
): Promise<void> {
  const request = await getPaymentRequest(ctx, wholeHouse, requestId)
  const { paper, logo } = await readRequestPaper(ctx, wholeHouse, requestId)
  const pdf = renderInvoicePdf(paper, to.language, logo)
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: requestSent,
    to: { name: to.name, address: to.email },
    language: to.language,
    key: to.key,
    ...whole,
    data: {
      name: to.name,
      requestNumber: request.number,
      lines: request.lines.map((line) => ({ words: line.words, gross: toWire(line.gross) })),
      total: toWire(request.total),
      dueOn: request.dueOn.toString(),
      note: request.note ?? "",
      purchaseOrder: request.purchaseOrder ?? "",
      payUrl: linkTo(settings, to.language, `/portal/requests/${request.id}`),
    },
    // For whoever has to show one before money is sent, and has no way into the portal.
    attachments: [
      { filename: pdf.name, contentType: pdf.type, content: new Uint8Array(await pdf.arrayBuffer()) },
    ],
  })
}
