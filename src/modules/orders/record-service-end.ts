import { releaseStock } from "#catalog"
import type { Context } from "#kit/context.ts"
import { findStockHolder } from "./find-stock-holder.ts"

/** It runs no more: another one can be sold in its place. */
export async function recordServiceEnd(ctx: Context, fact: { readonly serviceId: string }): Promise<void> {
  const held = await findStockHolder(ctx, fact.serviceId)
  if (held) await releaseStock(ctx, held)
}
