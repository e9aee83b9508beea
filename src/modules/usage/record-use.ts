import { recordAudits } from "#audit"
import { actorId, type Context } from "#kit/context.ts"
import { parseDecimal, writeFraction } from "#kit/fraction.ts"
import { getSettings } from "#tenancy"
import { checkWishes } from "./check-wishes.ts"
import { usageRefusals } from "./errors.ts"
import { findKeys } from "./find-keys.ts"
import { isSameUse, keyOf, type UseRecord, type UseWish } from "./record.ts"
import { shareCountings } from "./share-countings.ts"
import { useRecords } from "./tables.ts"

/**
 * Keeps what was used, all of it or nothing. Under a key that is known already it is kept once. What is told late counts
 * in the first days that no paper is about yet.
 */
export async function recordUse(
  ctx: Context,
  wishes: readonly UseWish[],
): Promise<(UseRecord & { readonly isNew: boolean })[]> {
  const accountOf = await checkWishes(ctx, wishes)
  const countings = await shareCountings(
    ctx,
    wishes.map(({ subscriptionId }) => subscriptionId),
  )
  const { timeZone } = await getSettings(ctx)
  const by = { recordedAt: ctx.clock.now(), recordedBy: actorId(ctx.actor) }
  const rows = wishes.map(({ corrects = null, reason = null, quantity, ...wish }) => {
    const counting = countings.get(wish.subscriptionId)
    const usedOn = wish.usedAt.toZonedDateTimeISO(timeZone).toPlainDate()
    const until = counting?.countedUntil
    const countsOn = until && Temporal.PlainDate.compare(usedOn, until) < 0 ? until : usedOn
    return { id: ctx.newId("use"), ...wish, ...parseDecimal(quantity), corrects, reason, countsOn, ...by }
  })
  const known = await findKeys(ctx, wishes)
  const fresh = rows.filter((row) => !known.has(keyOf(row)))
  const over = fresh.find(({ subscriptionId }) => countings.get(subscriptionId)?.isOver)
  if (over) usageRefusals.refuse("usage.agreement_over", { subscriptionId: over.subscriptionId })
  const written = await write(ctx, fresh)
  const kept = written.size < fresh.length ? await findKeys(ctx, wishes) : known
  await tell(ctx, [...written.values()], accountOf)
  return rows.map((row) => {
    const mine = written.get(row.id)
    if (mine) return { ...mine, isNew: true }
    const other = kept.get(keyOf(row)) ?? [...written.values()].find((one) => keyOf(one) === keyOf(row))
    if (!other) throw new Error("A record that is known is not there.")
    if (!isSameUse(row, other)) usageRefusals.refuse("usage.key_taken", { key: row.key })
    return { ...other, isNew: false }
  })
}

/** Whoever sends the same at the same moment waits here, and finds it written. */
async function write(ctx: Context, rows: readonly (typeof useRecords.$inferInsert)[]) {
  if (rows.length === 0) return new Map<string, UseRecord>()
  const written = await ctx.db
    .insert(useRecords)
    .values([...rows])
    .onConflictDoNothing({ target: [useRecords.tenantId, useRecords.subscriptionId, useRecords.key] })
    .returning()
  return new Map(written.map((row) => [row.id, row]))
}

/** A line for each agreement, with how much came; what puts something right by itself, with its reason. */
async function tell(ctx: Context, written: readonly UseRecord[], accountOf: (id: string) => string) {
  const plain = Map.groupBy(
    written.filter(({ corrects }) => corrects === null),
    ({ subscriptionId }) => subscriptionId,
  )
  const corrections = written.filter(({ corrects }) => corrects !== null)
  if (written.length === 0) return
  await recordAudits(ctx, [
    ...[...plain].map(([subscriptionId, { length }]) => ({
      act: "usage.recorded",
      subjectId: subscriptionId,
      accountId: accountOf(subscriptionId),
      after: { records: length },
    })),
    ...corrections.map(({ subscriptionId, meter, corrects, reason, ...quantity }) => ({
      act: "usage.corrected",
      subjectId: subscriptionId,
      accountId: accountOf(subscriptionId),
      reason,
      after: { meter, quantity: writeFraction(quantity), corrects },
    })),
  ])
}
