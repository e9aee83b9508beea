import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { placeProofs } from "./tables.ts"

/** Where somebody of the shop has said that the buyer of a document is; null: nobody had to, or nobody has. Staff only. */
export async function findSettledCountry(
  ctx: Context,
  reach: Reach,
  documentId: string,
): Promise<string | null> {
  if (reach.kind !== "all") return null
  const [row] = await ctx.db
    .select({ country: placeProofs.settledCountry })
    .from(placeProofs)
    .where(eq(placeProofs.documentId, documentId))
    .limit(1)
  return row?.country ?? null
}
