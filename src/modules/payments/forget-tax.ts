import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { attempts, matchFindings } from "./tables.ts"

/** Its paper was put right, so what the gateway printed on the day can't be compared with it any more. */
export async function forgetTax(ctx: Context, attemptId: string): Promise<void> {
  await ctx.db.update(attempts).set({ taxMinor: null }).where(eq(attempts.id, attemptId))
  await ctx.db
    .update(matchFindings)
    .set({ resolvedAt: ctx.clock.now() })
    .where(
      and(
        eq(matchFindings.attemptId, attemptId),
        eq(matchFindings.kind, "tax_differs"),
        isNull(matchFindings.resolvedAt),
      ),
    )
}
