import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { actorId, type Context } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { checkSession } from "./check-session.ts"
import { usageRefusals } from "./errors.ts"
import { findSession } from "./find-session.ts"
import { recordSessionTime } from "./record-session-time.ts"
import type { SessionWish, UseSession } from "./session.ts"
import { shareCountings } from "./share-countings.ts"
import { sessions } from "./tables.ts"

/**
 * Keeps when a session started and, told again, when it stopped. Its time is rounded up to a quarter of an hour when it is
 * over, once, whatever part of it was billed before. Told again in the same words, nothing changes.
 */
export async function recordSession(ctx: Context, wish: SessionWish): Promise<UseSession> {
  const { subscriptionId, key, meter, startedAt, stoppedAt = null } = wish
  const accountId = await checkSession(ctx, wish)
  const counting = (await shareCountings(ctx, [subscriptionId])).get(subscriptionId)
  const by = { recordedAt: ctx.clock.now(), recordedBy: actorId(ctx.actor) }
  const [fresh] = await ctx.db
    .insert(sessions)
    .values({ id: ctx.newId("ses"), subscriptionId, key, meter, startedAt, stoppedAt: null, ...by })
    .onConflictDoNothing({ target: [sessions.tenantId, sessions.subscriptionId, sessions.key] })
    .returning()
  const kept = fresh ?? (await findSession(ctx, { subscriptionId, key }))
  if (!kept) throw new Error("A session that is known is not there.")
  refuseOther(kept, wish)
  if (fresh && counting?.isOver) usageRefusals.refuse("usage.agreement_over", { subscriptionId })
  if (stoppedAt === null || kept.stoppedAt !== null) return kept
  await ctx.db.update(sessions).set({ stoppedAt }).where(eq(sessions.id, kept.id))
  if (!counting?.isOver) {
    const stoppedOn = stoppedAt.toZonedDateTimeISO((await getSettings(ctx)).timeZone).toPlainDate()
    const until = counting?.countedUntil
    const countsOn = until && Temporal.PlainDate.compare(stoppedOn, until) < 0 ? until : stoppedOn
    await recordSessionTime(ctx, kept, { until: stoppedAt, isOver: true, countsOn })
  }
  await recordAudit(ctx, {
    act: "usage.session-stopped",
    subjectId: subscriptionId,
    accountId,
    after: { session: kept.id, meter, startedAt: startedAt.toString(), stoppedAt: stoppedAt.toString() },
  })
  return { ...kept, stoppedAt }
}

/** What was told stays: another start, meter or stop under the same key is another session. */
function refuseOther(kept: UseSession, { key, meter, startedAt, stoppedAt }: SessionWish): void {
  const isSame = (first: Temporal.Instant, second: Temporal.Instant) =>
    Temporal.Instant.compare(first, second) === 0
  const isOther = kept.meter !== meter || !isSame(kept.startedAt, startedAt)
  const isStoppedElse =
    kept.stoppedAt !== null && stoppedAt !== undefined && !isSame(kept.stoppedAt, stoppedAt)
  if (isOther || isStoppedElse) usageRefusals.refuse("usage.key_taken", { key })
}
