import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { customerRefusals } from "./errors.ts"
import { notes } from "./tables.ts"

/** Two people at one note take turns: the audit's "before" is what was really there. */
export async function lockNote(ctx: Context, id: string): Promise<typeof notes.$inferSelect> {
  const [row] = await ctx.db.select().from(notes).where(eq(notes.id, id)).limit(1).for("update")
  return row ?? customerRefusals.refuse("customers.note_missing", { id })
}
