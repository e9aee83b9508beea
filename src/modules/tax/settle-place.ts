import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { listAccountNames } from "#identity"
import { actorId, type Context, type Reach } from "#kit/context.ts"
import { describePlaceProof, type PlaceProofView } from "./describe-place-proof.ts"
import { taxRefusals } from "./errors.ts"
import { placeProofs } from "./tables.ts"

/**
 * Somebody has looked at what is known of a buyer and says where they are, and why. The document stays what it is; what
 * is charged later counts as proved where it is charged there.
 */
export async function settlePlace(
  ctx: Context,
  _reach: Reach,
  wish: { readonly id: string; readonly country: string; readonly reason: string },
): Promise<PlaceProofView> {
  const [row] = await ctx.db
    .select()
    .from(placeProofs)
    .where(eq(placeProofs.id, wish.id))
    .limit(1)
    .for("update")
  if (!row) return taxRefusals.refuse("tax.proof_missing", { id: wish.id })
  if (row.verdict === "proved" || row.settledAt) taxRefusals.refuse("tax.proof_settled")
  const settled = {
    settledCountry: wish.country,
    settledReason: wish.reason,
    settledBy: actorId(ctx.actor),
    settledAt: ctx.clock.now(),
  }
  await ctx.db.update(placeProofs).set(settled).where(eq(placeProofs.id, row.id))
  await recordAudit(ctx, {
    act: "tax.place-settled",
    subjectId: row.id,
    accountId: row.accountId,
    reason: wish.reason,
    before: { documentId: row.documentId, country: row.country, verdict: row.verdict },
    after: { country: wish.country },
  })
  const names = await listAccountNames(ctx, [row.accountId])
  return describePlaceProof({ ...row, ...settled }, names.get(row.accountId) ?? "")
}
