import { and, eq } from "drizzle-orm"
import type { StayKind } from "#billing/contract"
import type { Context } from "#kit/context.ts"
import { noteStayAnswer } from "./note-stay-answer.ts"
import { stayAnswers } from "./stay-tables.ts"

/** Cancelled: beside an offer, or after one that was taken some time ago. */
export async function recordStayAnswer(
  ctx: Context,
  { subscriptionId, offered }: { readonly subscriptionId: string; readonly offered?: StayKind | undefined },
): Promise<void> {
  if (offered) return noteStayAnswer(ctx, { id: subscriptionId, kind: offered, state: "declined" })
  await ctx.db
    .update(stayAnswers)
    .set({ state: "declined", answeredAt: ctx.clock.now() })
    .where(and(eq(stayAnswers.id, subscriptionId), eq(stayAnswers.state, "taken")))
}
