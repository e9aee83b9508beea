import { and, eq, isNull } from "drizzle-orm"
import { type Context, impersonatorOf } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { impersonations } from "./impersonation-tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** Every one that this member of staff is in, as this customer. Ending what has ended is no error. */
export async function endImpersonation(ctx: Context): Promise<{ ended: number }> {
  const { actor } = ctx
  const staffPersonId = actor.kind === "staff" ? actor.personId : impersonatorOf(actor)
  if (staffPersonId === null) return { ended: 0 }
  const ended = await ctx.db
    .update(impersonations)
    .set({ endedAt: ctx.clock.now() })
    .where(and(eq(impersonations.staffPersonId, staffPersonId), isNull(impersonations.endedAt)))
    .returning({
      id: impersonations.id,
      accountId: impersonations.accountId,
      personId: impersonations.personId,
    })
  for (const { id, accountId, personId } of ended) {
    await tellSessionNews(ctx, personId)
    await announceAct(ctx, { act: "identity.impersonation-ended", subjectId: id, accountId })
  }
  return { ended: ended.length }
}
