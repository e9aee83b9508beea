import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { lockNote } from "./lock-note.ts"
import { notes } from "./tables.ts"

export async function removeNote(ctx: Context, id: string): Promise<{ id: string; accountId: string }> {
  const { accountId, text, isPinned } = await lockNote(ctx, id)
  await ctx.db.delete(notes).where(eq(notes.id, id))
  await recordAudit(ctx, {
    act: "customers.note-removed",
    subjectId: id,
    accountId,
    before: { text, isPinned },
  })
  return { id, accountId }
}
