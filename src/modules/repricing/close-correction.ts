import { and, eq, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { correctionItems, corrections } from "./correction-tables.ts"

/** Over where everything worked; else it stays open, and the command may be given again. */
export async function closeCorrection(ctx: Context, correctionId: string): Promise<void> {
  const [open] = await ctx.db
    .select({ id: correctionItems.id })
    .from(correctionItems)
    .where(
      and(
        eq(correctionItems.correctionId, correctionId),
        inArray(correctionItems.standing, ["waiting", "failed"]),
      ),
    )
    .limit(1)
  if (!open) await ctx.db.update(corrections).set({ state: "over" }).where(eq(corrections.id, correctionId))
}
