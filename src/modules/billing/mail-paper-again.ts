import { recordAudit } from "#audit"
import { type Context, type Reach, within } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { listMessagesAbout, paperCopy, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { billingRefusals } from "./errors.ts"
import { findKept } from "./find-kept.ts"
import { findPaperLogo } from "./find-paper-logo.ts"
import { getCreditNote } from "./get-credit-note.ts"
import { listPaperRecipients, type PaperRecipient } from "./list-paper-recipients.ts"
import { lockInvoice } from "./lock-invoice.ts"
import { paperRefusals } from "./paper-errors.ts"
import { againKey, countTimes, MOST_A_DAY } from "./paper-mail.ts"
import { getInvoice } from "./queries.ts"
import { renderInvoicePdf } from "./render-invoice-pdf.ts"

type Paper = Awaited<ReturnType<typeof getInvoice>> | Awaited<ReturnType<typeof getCreditNote>>

/** An invoice or one of its credit notes goes out once more, to whoever gets the account's papers; a few times a day. */
export async function mailPaperAgain(
  ctx: Context,
  wanted: { readonly invoiceId: string; readonly creditNoteId?: string | undefined },
  reach: Reach = within(ctx.actor),
): Promise<void> {
  const { invoiceId, creditNoteId } = wanted
  // Held, so that two who press at once are counted one after the other.
  await lockInvoice(ctx, reach, invoiceId)
  const invoice = await getInvoice(ctx, reach, invoiceId)
  const until = (await findKept(ctx, reach, [invoice])).get(invoiceId)
  if (until) billingRefusals.refuse("billing.kept_by_law", { until: until.toString() })
  const note = creditNoteId ? await getCreditNote(ctx, reach, creditNoteId) : null
  if (note && note.invoiceId !== invoiceId) {
    billingRefusals.refuse("billing.credit_note_missing", { creditNoteId: note.id })
  }
  const paper = note ?? invoice
  await refuseTooOften(ctx, reach, paper)
  const recipients = await listPaperRecipients(ctx, invoice.accountId)
  const key = `${againKey(paper.id)}:${ctx.newId("pmg")}`
  for (const recipient of recipients)
    await mailTo(ctx, { paper, invoiceId, isNote: note !== null }, recipient, key)
  await recordAudit(ctx, {
    act: "billing.paper-mailed",
    subjectId: paper.id,
    accountId: invoice.accountId,
    after: { number: paper.number, recipients: recipients.length },
  })
}

async function refuseTooOften(ctx: Context, reach: Reach, { id, number }: Paper): Promise<void> {
  const { timeZone } = await getSettings(ctx)
  const since = ctx.clock.today(timeZone).toZonedDateTime(timeZone).toInstant()
  const mails = await listMessagesAbout(ctx, reach, [againKey(id)])
  if (countTimes(id, mails, since) >= MOST_A_DAY) {
    paperRefusals.refuse("billing.paper_mailed_enough", { number, most: MOST_A_DAY })
  }
}

async function mailTo(
  ctx: Context,
  {
    paper,
    invoiceId,
    isNote,
  }: { readonly paper: Paper; readonly invoiceId: string; readonly isNote: boolean },
  { name, email, language, contactId }: PaperRecipient,
  key: string,
): Promise<void> {
  const file = renderInvoicePdf(paper, language, await findPaperLogo(ctx, paper))
  await sendMessage(ctx, {
    template: paperCopy,
    to: { name, address: email },
    language,
    key: contactId ? `${key}:${contactId}` : key,
    data: {
      name,
      kind: isNote ? "credit_note" : "invoice",
      number: paper.number,
      issuedOn: paper.issuedOn.toString(),
      total: toWire(paper.total),
      url: linkTo(await getSettings(ctx), language, `/portal/invoices/${invoiceId}`),
    },
    attachments: [
      {
        filename: file.name,
        contentType: "application/pdf",
        content: new Uint8Array(await file.arrayBuffer()),
      },
    ],
  })
}
