import { recordAudit } from "#audit"
import { getAccount } from "#identity"
import { actorId, type Context, type Reach, within } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { checkLines } from "./check-lines.ts"
import { type Draft, type LineWish, storeLine } from "./draft.ts"
import { getDraft } from "./queries.ts"
import { readDueDay } from "./read-due-day.ts"
import { drafts } from "./tables.ts"

export interface DraftWish {
  readonly currency: Currency
  readonly lines: readonly LineWish[]
  readonly dueOn?: string | undefined
  readonly note?: string | undefined
  readonly purchaseOrder?: string | undefined
}

/** Staff begin to write a request to pay. The customer sees nothing of it until it is sent. */
export async function createDraft(
  ctx: Context,
  wish: DraftWish & { readonly accountId: string },
  reach: Reach = within(ctx.actor),
): Promise<Draft> {
  const account = await getAccount(ctx, wish.accountId)
  await checkLines(ctx, wish)
  const id = ctx.newId("drf")
  await ctx.db.insert(drafts).values({
    id,
    accountId: account.id,
    state: "draft",
    currency: wish.currency,
    lines: wish.lines.map(storeLine),
    dueOn: await readDueDay(ctx, wish.dueOn, "dueOn"),
    note: wish.note || null,
    purchaseOrder: wish.purchaseOrder || null,
    writtenBy: actorId(ctx.actor),
    createdAt: ctx.clock.now(),
  })
  await recordAudit(ctx, { act: "paperwork.draft-written", subjectId: id, accountId: account.id, after: {} })
  return getDraft(ctx, reach, id)
}
