import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { panelOwners } from "./tables.ts"

/** Lets the owner's next order be allocated (take-turn.ts). */
export async function leaveTurn(ctx: Context, serviceId: string): Promise<void> {
  await ctx.db.update(panelOwners).set({ turnOf: null }).where(eq(panelOwners.turnOf, serviceId))
}
