import { and, eq, gt, inArray, lt, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { MatchFinding } from "./plan-match.ts"
import { attempts } from "./tables.ts"
import { type MatchWindow, MOST_FINDINGS } from "./window.ts"

/** From our side: settled here, and not on their list. */
export async function listMissingCharges(
  ctx: Context,
  window: MatchWindow,
  seen: readonly string[],
): Promise<MatchFinding[]> {
  const rows = await ctx.db
    .select({
      id: attempts.id,
      chargeId: attempts.chargeId,
      minor: attempts.amountMinor,
      currency: attempts.currency,
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.endpointId, window.endpointId),
        inArray(attempts.state, ["settled", "refunded"]),
        gt(attempts.settledAt, window.from),
        lt(attempts.settledAt, window.to),
        sql`not (${attempts.chargeId} = any(${sql.param([...seen])}::text[]))`,
      ),
    )
    .limit(MOST_FINDINGS)
  return rows.map(({ id, chargeId, minor, currency }) => ({
    kind: "charge_missing",
    subject: chargeId ?? id,
    attemptId: id,
    ours: `${minor} ${currency}`,
    theirs: "",
  }))
}
