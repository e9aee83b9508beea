import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { announceAct } from "./announce-act.ts"
import { identityRefusals } from "./errors.ts"
import { securityChanged } from "./events.ts"
import { findWayIn, type OutsideName } from "./find-way-in.ts"
import { signInMethods } from "./tables.ts"

/** From now on this person comes in by that house as well; they are told by mail. One that is somebody else's stays so. */
export async function addWayIn(
  ctx: Context,
  wish: OutsideName & { readonly personId: string; readonly isFirst?: boolean },
): Promise<void> {
  const { personId, providerId, subject } = wish
  const now = ctx.clock.now()
  const added = await ctx.db
    .insert(signInMethods)
    .values({
      id: ctx.newId("sim"),
      userId: personId,
      providerId,
      accountId: subject,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: signInMethods.id })
  if (added.length === 0) {
    const known = await findWayIn(ctx, { providerId, subject })
    if (known?.personId !== personId) identityRefusals.refuse("identity.way_taken")
    return
  }
  await announceAct(ctx, { act: "identity.way-in-added", subjectId: personId, after: { providerId } })
  if (!wish.isFirst) await announce(ctx, securityChanged, { personId, change: "way-added" })
}
