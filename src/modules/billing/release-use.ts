import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { useWindows } from "./metered-tables.ts"

/** A request was taken back: what it asked for of what was used waits again. */
export async function releaseUse(ctx: Context, requestId: string): Promise<void> {
  await ctx.db.update(useWindows).set({ requestId: null }).where(eq(useWindows.requestId, requestId))
}
