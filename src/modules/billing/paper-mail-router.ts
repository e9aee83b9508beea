import type { z } from "zod"
import { type Context, within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { listMessagesAbout } from "#notifications"
import { listCreditNotes } from "./list-credit-notes.ts"
import { mailPaperAgain } from "./mail-paper-again.ts"
import { mailKeysOf } from "./paper-mail.ts"
import type { paperMailContract, paperMailShape } from "./paper-mail-contract.ts"
import { getInvoice } from "./queries.ts"

export function answerPaperMails(): Answers<typeof paperMailContract> {
  return {
    list: answer(permit("billing.papers.mail"), (ctx, { id }) => show(ctx, id)),
    send: answer(permit("billing.papers.mail"), async (ctx, { id, creditNoteId }) => {
      await mailPaperAgain(ctx, { invoiceId: id, creditNoteId })
      return show(ctx, id)
    }),
  }
}

/** Newest first; each says which paper it brought. */
async function show(ctx: Context, id: string): Promise<{ items: z.infer<typeof paperMailShape>[] }> {
  const reach = within(ctx.actor)
  const invoice = await getInvoice(ctx, reach, id)
  const notes = invoice.credited.minor > 0n ? await listCreditNotes(ctx, reach, id) : []
  const papers = [
    { number: invoice.number, keys: mailKeysOf({ invoiceId: id }) },
    ...notes.map((note) => ({ number: note.number, keys: mailKeysOf({ creditNoteId: note.id }) })),
  ]
  const found = await listMessagesAbout(
    ctx,
    reach,
    papers.flatMap(({ keys }) => keys),
  )
  return {
    items: found.map(({ key, createdAt, sentAt, ...mail }) => ({
      ...mail,
      number:
        papers.find(({ keys }) => keys.some((one) => key === one || key.startsWith(`${one}:`)))?.number ?? "",
      createdAt: createdAt.toString(),
      sentAt: sentAt?.toString() ?? null,
    })),
  }
}
