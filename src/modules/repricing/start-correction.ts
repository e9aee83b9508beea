import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { actorId, type Context, within } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { correctPricesWork } from "./correct-prices.ts"
import { corrections } from "./correction-tables.ts"
import { repricingRefusals } from "./errors.ts"
import { loadVersions } from "./load-versions.ts"
import { withdrawChanges } from "./withdraw-changes.ts"

export interface WantedCorrection {
  readonly planId: string
  readonly wrongVersionId: string
  readonly rightVersionId: string
  readonly reason: string
}

/**
 * Everything that was asked or invoiced by the prices of one version is put right by those of another: open requests are
 * asked anew, invoices get credit notes over what was too much, and each customer hears it once. The same command again
 * goes on with what did not work, and with what came since.
 */
export async function startCorrection(
  ctx: Context,
  wanted: WantedCorrection,
): Promise<{ correctionId: string }> {
  const { planId, wrongVersionId, rightVersionId, reason } = wanted
  await loadVersions(ctx, within(ctx.actor), wanted)
  const [known] = await ctx.db
    .select()
    .from(corrections)
    .where(eq(corrections.wrongVersionId, wrongVersionId))
    .for("update")
  if (known && known.rightVersionId !== rightVersionId) {
    repricingRefusals.refuse("repricing.corrected_otherwise", { correctionId: known.id })
  }
  const correctionId = known?.id ?? ctx.newId("pco")
  const passes = (known?.passes ?? 0) + 1
  if (known) {
    await ctx.db.update(corrections).set({ state: "running", passes }).where(eq(corrections.id, known.id))
  } else {
    await ctx.db.insert(corrections).values({
      id: correctionId,
      planId,
      wrongVersionId,
      rightVersionId,
      reason,
      state: "running",
      passes,
      createdAt: ctx.clock.now(),
      createdBy: actorId(ctx.actor),
    })
  }
  await withdrawChanges(ctx, wrongVersionId)
  await startWork(ctx, correctPricesWork, { correctionId }, { key: `${correctionId} ${passes}` })
  await recordAudit(ctx, {
    act: "repricing.correction-started",
    subjectId: correctionId,
    reason,
    after: { planId, wrongVersionId, rightVersionId, passes },
  })
  return { correctionId }
}
