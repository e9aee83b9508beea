import { and, eq, ne } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { announceAct } from "./announce-act.ts"
import { countWaysIn } from "./count-ways-in.ts"
import { identityRefusals } from "./errors.ts"
import { securityChanged } from "./events.ts"
import { people, signInMethods } from "./tables.ts"

/** A connected house, by the id of its row; not the last way in. */
export async function removeWayIn(
  ctx: Context,
  wish: { readonly personId: string; readonly id: string },
): Promise<void> {
  const { personId, id } = wish
  // Of two that go at the same time, each would count the other as left.
  await ctx.db.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("update")
  const [gone] = await ctx.db
    .delete(signInMethods)
    .where(and(eq(signInMethods.id, id), eq(signInMethods.userId, personId), isConnected))
    .returning({ providerId: signInMethods.providerId })
  if (!gone) return identityRefusals.refuse("identity.way_missing")
  if ((await countWaysIn(ctx, personId)) === 0) identityRefusals.refuse("identity.last_way_in")
  await announceAct(ctx, {
    act: "identity.way-in-removed",
    subjectId: personId,
    before: { providerId: gone.providerId },
  })
  await announce(ctx, securityChanged, { personId, change: "way-removed" })
}

const isConnected = ne(signInMethods.providerId, "credential")
