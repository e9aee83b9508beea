import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { catalogRefusals } from "./errors.ts"
import { products } from "./tables.ts"

/** Refuses where there is no such product. */
export async function ensureProduct(ctx: Context, _reach: Reach, id: string): Promise<void> {
  const [row] = await ctx.db.select({ id: products.id }).from(products).where(eq(products.id, id)).limit(1)
  if (!row) catalogRefusals.refuse("catalog.product_not_found", { id })
}
