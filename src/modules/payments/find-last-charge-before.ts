import { and, desc, eq, isNotNull, lt } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { attempts } from "./tables.ts"

/** Where their list is taken up: what lies before was matched while it was young. */
export async function findLastChargeBefore(
  ctx: Context,
  endpointId: string,
  moment: Temporal.Instant,
): Promise<string | undefined> {
  const [row] = await ctx.db
    .select({ chargeId: attempts.chargeId })
    .from(attempts)
    .where(
      and(eq(attempts.endpointId, endpointId), isNotNull(attempts.chargeId), lt(attempts.settledAt, moment)),
    )
    .orderBy(desc(attempts.settledAt), desc(attempts.id))
    .limit(1)
  return row?.chargeId ?? undefined
}
