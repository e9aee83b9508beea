import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, or } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { vatChecks } from "./tables.ts"
import { vatCheckTimes } from "./vat-check-times.ts"
import { checkVatHead } from "./work-heads.ts"

/** They lock out who asks too much. */
const MOST_A_ROUND = 50

/** Asks again: each hour for what nobody could say, each quarter for what was said and somebody still uses. */
export async function sweepVatChecks(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const { asksAgain, stopsAsking, endsHolding, forgotten } = vatCheckTimes(now)
  await forgetStrangers(ctx, forgotten)
  const isUnsaid = and(
    eq(vatChecks.state, "pending"),
    lte(vatChecks.askedAt, asksAgain),
    gte(vatChecks.createdAt, stopsAsking),
  )
  const isOld = and(
    eq(vatChecks.state, "valid"),
    lte(vatChecks.askedAt, endsHolding),
    isNotNull(vatChecks.accountId),
  )
  const due = await ctx.db
    .select({ id: vatChecks.id })
    .from(vatChecks)
    .where(or(isUnsaid, isOld))
    .orderBy(asc(vatChecks.askedAt), asc(vatChecks.id))
    .limit(MOST_A_ROUND)
  if (due.length === 0) return
  const ids = due.map(({ id }) => id)
  await ctx.db.update(vatChecks).set({ askedAt: now }).where(inArray(vatChecks.id, ids))
  for (const checkId of ids) await startWork(ctx, checkVatHead, { checkId })
}

/** Numbers of carts that never became an order are nobody's to keep. */
async function forgetStrangers(ctx: Context, before: Temporal.Instant): Promise<void> {
  const left = await ctx.db
    .select({ id: vatChecks.id })
    .from(vatChecks)
    .where(and(isNull(vatChecks.accountId), lte(vatChecks.createdAt, before)))
    .limit(MOST_A_ROUND)
  if (left.length === 0) return
  await ctx.db.delete(vatChecks).where(
    inArray(
      vatChecks.id,
      left.map(({ id }) => id),
    ),
  )
}
