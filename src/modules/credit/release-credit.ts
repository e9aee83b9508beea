import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { freeParts } from "./free-parts.ts"
import { findHold } from "./queries.ts"
import { creditHolds } from "./tables.ts"

/** What was set aside for a request can be spent again, each part as what it was. Nothing set aside: nothing to do. */
export async function releaseCredit(ctx: Context, reference: string): Promise<void> {
  const hold = await findHold(ctx, { kind: "all" }, reference, "update")
  if (hold?.state !== "held") return
  await freeParts(ctx, hold, hold.parts)
  await ctx.db.update(creditHolds).set({ state: "released" }).where(eq(creditHolds.id, hold.id))
}
