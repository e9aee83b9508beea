import type { Context } from "#kit/context.ts"
import { less, totalOf } from "./account-credit.ts"
import { lockHold } from "./queries.ts"

/** How much of the credit that paid a request no credit note has brought back yet. Its row is held. */
export async function lockUsedCredit(ctx: Context, reference: string): Promise<bigint> {
  const hold = await lockHold(ctx, { kind: "all" }, reference)
  return hold?.state === "used" ? totalOf(less(hold.parts, hold.returned)) : 0n
}
