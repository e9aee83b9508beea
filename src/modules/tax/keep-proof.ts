import type { Context } from "#kit/context.ts"
import { judgeEvidence } from "./evidence-rules.ts"
import { placeProofs } from "./tables.ts"
import type { TaxSnapshot } from "./tax-terms.ts"

/** Beside an issued document: whether what it keeps proves the place that it charges. Staff settle what it does not. */
export async function keepProof(
  ctx: Context,
  of: {
    readonly accountId: string
    readonly documentId: string
    readonly documentNumber: string
    readonly snapshot: TaxSnapshot
  },
): Promise<void> {
  const { snapshot, ...document } = of
  const { place, evidence } = snapshot
  if (!place || !evidence) return
  const { country } = place
  const verdict = judgeEvidence(country, evidence)
  await ctx.db
    .insert(placeProofs)
    .values({ id: ctx.newId("txp"), ...document, country, evidence, verdict, createdAt: ctx.clock.now() })
}
