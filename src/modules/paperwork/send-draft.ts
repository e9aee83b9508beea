import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { issueOnTerms, requestPayment } from "#billing"
import { type Context, type Reach, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { type Draft, documentLine } from "./draft.ts"
import { paperworkRefusals } from "./errors.ts"
import { draftSent } from "./events.ts"
import { getDraft } from "./queries.ts"
import { drafts } from "./tables.ts"

/** The customer is asked: a request with a number of its own, and a mail. Sent twice, it is the same request. */
export async function sendDraft(ctx: Context, id: string, reach: Reach = within(ctx.actor)): Promise<Draft> {
  const draft = await getDraft(ctx, reach, id, "update")
  if (draft.state === "sent") return draft
  const { accountId, currency, note, purchaseOrder, dueOn } = draft
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  if (dueOn && Temporal.PlainDate.compare(dueOn, today) < 0) {
    paperworkRefusals.refuse("paperwork.day_past", {}, { field: "dueOn" })
  }
  const request = await requestPayment(ctx, {
    accountId,
    orderId: null,
    purpose: "manual",
    currency,
    lines: draft.lines.map(documentLine),
    note,
    purchaseOrder,
    ...(dueOn ? { dueOn } : {}),
  })
  await ctx.db.update(drafts).set({ state: "sent", requestId: request.id }).where(eq(drafts.id, id))
  await issueOnTerms(ctx, { requestId: request.id, accountId })
  await recordAudit(ctx, {
    act: "paperwork.draft-sent",
    subjectId: id,
    accountId,
    after: { requestId: request.id, total: toWire(request.total) },
  })
  await announce(ctx, draftSent, { draftId: id, requestId: request.id, accountId })
  return getDraft(ctx, reach, id)
}
