import { and, eq, isNotNull, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { invoiceLines } from "./tables.ts"

/** What was credited whole is sold anew by the next paper: the same time may stand on it. */
export async function releaseLines(ctx: Context, invoiceId: string): Promise<void> {
  await ctx.db
    .update(invoiceLines)
    .set({ releasedAt: ctx.clock.now() })
    .where(
      and(
        eq(invoiceLines.invoiceId, invoiceId),
        isNotNull(invoiceLines.subscriptionId),
        isNotNull(invoiceLines.cycles),
        isNull(invoiceLines.releasedAt),
      ),
    )
}
