import type { StayKind } from "#billing/contract"
import type { Context } from "#kit/context.ts"
import type { stayStates } from "./stay-contract.ts"
import { stayAnswers } from "./stay-tables.ts"

/** One a subscription: whoever thinks better of it is counted once, as they decided last. */
export async function noteStayAnswer(
  ctx: Context,
  answer: { readonly id: string; readonly kind: StayKind; readonly state: (typeof stayStates)[number] },
): Promise<void> {
  const row = { ...answer, answeredAt: ctx.clock.now() }
  await ctx.db
    .insert(stayAnswers)
    .values(row)
    .onConflictDoUpdate({ target: [stayAnswers.tenantId, stayAnswers.id], set: row })
}
