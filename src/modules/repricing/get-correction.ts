import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { corrections } from "./correction-tables.ts"
import { repricingRefusals } from "./errors.ts"

export type Correction = Omit<typeof corrections.$inferSelect, "tenantId">

export async function getCorrection(ctx: Context, reach: Reach, id: string): Promise<Correction> {
  if (reach.kind !== "all") return repricingRefusals.refuse("repricing.correction_missing", { id })
  const [row] = await ctx.db.select().from(corrections).where(eq(corrections.id, id))
  return row ?? repricingRefusals.refuse("repricing.correction_missing", { id })
}
