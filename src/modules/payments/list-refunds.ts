import { and, asc, eq, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type Refund, readRefund } from "./payment-refund-row.ts"
import { attempts, refunds } from "./tables.ts"

/** More than a gateway takes for one charge. */
const MOST_REFUNDS = 500

/** All of a payment, whatever became of them. */
export async function listRefunds(ctx: Context, reach: Reach, attemptId: string): Promise<Refund[]> {
  const rows = await ctx.db
    .select({ refund: refunds })
    .from(refunds)
    .innerJoin(attempts, and(eq(attempts.tenantId, refunds.tenantId), eq(attempts.id, refunds.attemptId)))
    .where(
      and(
        eq(refunds.attemptId, attemptId),
        reach.kind === "accounts" ? inArray(attempts.accountId, [...reach.accountIds]) : undefined,
      ),
    )
    .orderBy(asc(refunds.requestedAt), asc(refunds.id))
    .limit(MOST_REFUNDS)
  return rows.map(({ refund }) => readRefund(refund))
}
