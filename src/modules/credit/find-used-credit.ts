import type { Context, Reach } from "#kit/context.ts"
import { less, totalOf } from "./account-credit.ts"
import { findHold, type Lock } from "./queries.ts"

/** How much of the credit that paid a request no credit note has brought back yet. */
export async function findUsedCredit(
  ctx: Context,
  reach: Reach,
  reference: string,
  lock: Lock = "read",
): Promise<bigint> {
  const hold = await findHold(ctx, reach, reference, lock)
  return hold?.state === "used" ? totalOf(less(hold.parts, hold.returned)) : 0n
}
