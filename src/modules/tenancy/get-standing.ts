import { desc, isNull } from "drizzle-orm"
import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import type { standingShape } from "./contract.ts"
import { suspensions } from "./tables.ts"

/** For the tenant's own staff: whether their shop is suspended, since when and why. */
export async function getStanding(ctx: Context): Promise<z.input<typeof standingShape>> {
  const [open] = await ctx.db
    .select()
    .from(suspensions)
    .where(isNull(suspensions.endedAt))
    .orderBy(desc(suspensions.startedAt))
    .limit(1)
  if (!open) return { suspension: null }
  const { reason, closure, startedAt } = open
  return { suspension: { reason, closure, startedAt: startedAt.toString(), endedAt: null } }
}
