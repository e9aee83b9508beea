import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { repricingRefusals } from "./errors.ts"
import { priceChanges } from "./tables.ts"

export type PriceChange = Omit<typeof priceChanges.$inferSelect, "tenantId">

export async function getChange(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: "read" | "update" = "read",
): Promise<PriceChange> {
  if (reach.kind !== "all") return repricingRefusals.refuse("repricing.change_missing", { id })
  const query = ctx.db.select().from(priceChanges).where(eq(priceChanges.id, id))
  const [row] = lock === "update" ? await query.for("update") : await query
  return row ?? repricingRefusals.refuse("repricing.change_missing", { id })
}
