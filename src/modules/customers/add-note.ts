import { eq } from "drizzle-orm"
import type { z } from "zod"
import { recordAudit } from "#audit"
import { actorId, type Context, within } from "#kit/context.ts"
import { customerRefusals } from "./errors.ts"
import { getOpenAccount } from "./get-open-account.ts"
import { MOST_NOTES } from "./note.ts"
import type { noteShape } from "./note-contract.ts"
import { getNote } from "./queries.ts"
import { notes } from "./tables.ts"

export async function addNote(
  ctx: Context,
  wish: { readonly accountId: string; readonly text: string; readonly isPinned: boolean },
): Promise<z.infer<typeof noteShape>> {
  const { id: accountId } = await getOpenAccount(ctx, wish.accountId)
  if ((await ctx.db.$count(notes, eq(notes.accountId, accountId))) >= MOST_NOTES) {
    customerRefusals.refuse("customers.too_many_notes", { limit: MOST_NOTES })
  }
  const id = ctx.newId("nte")
  const { text, isPinned } = wish
  const [authorId, createdAt] = [actorId(ctx.actor), ctx.clock.now()]
  await ctx.db.insert(notes).values({ id, accountId, text, isPinned, authorId, createdAt })
  await recordAudit(ctx, { act: "customers.note-added", subjectId: id, accountId, after: { text, isPinned } })
  return getNote(ctx, within(ctx.actor), id)
}
