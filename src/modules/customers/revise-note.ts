import { eq } from "drizzle-orm"
import type { z } from "zod"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { lockNote } from "./lock-note.ts"
import type { noteShape } from "./note-contract.ts"
import { getNote } from "./queries.ts"
import { notes } from "./tables.ts"

/** What it said before stays in the audit. */
export async function reviseNote(
  ctx: Context,
  wish: { readonly id: string; readonly text: string; readonly isPinned: boolean },
): Promise<z.infer<typeof noteShape>> {
  const before = await lockNote(ctx, wish.id)
  const { text, isPinned } = wish
  // Pinning isn't editing: the words are as they were.
  const editedAt = text === before.text ? before.editedAt : ctx.clock.now()
  await ctx.db.update(notes).set({ text, isPinned, editedAt }).where(eq(notes.id, before.id))
  await recordAudit(ctx, {
    act: "customers.note-revised",
    subjectId: before.id,
    accountId: before.accountId,
    before: { text: before.text, isPinned: before.isPinned },
    after: { text, isPinned },
  })
  return getNote(ctx, within(ctx.actor), before.id)
}
