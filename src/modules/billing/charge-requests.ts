import { and, asc, sql } from "drizzle-orm"
import { listAccountLanguages } from "#identity"
import type { Context } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { type Language, Refusal } from "#kit/refusal.ts"
import { inSavepoint } from "#kit/work/in-savepoint.ts"
import { updateRows } from "#kit/write-rows.ts"
import { chargeSavedMethod, declineRules, listLastDeclines } from "#payments"
import { isChargeDay } from "./charge-days.ts"
import { planChargeHour } from "./charge-hours.ts"
import { isCharged, methodOfRequest } from "./is-charged.ts"
import type { CollectingDay } from "./read-collecting-day.ts"
import { paymentRequests } from "./tables.ts"

/**
 * Charges the saved methods for these, each on the policy's days only. A payment that is under way for the same request
 * is never doubled: payments lets one live attempt in.
 */
export async function chargeRequests(
  ctx: Context,
  ids: readonly string[],
  day: CollectingDay,
): Promise<void> {
  const due = await ctx.db
    .select({ request: paymentRequests, methodId: methodOfRequest })
    .from(paymentRequests)
    .where(and(isCharged(day.today), sql`${paymentRequests.id} = any(${sql.param([...ids])}::text[])`))
    .orderBy(asc(paymentRequests.id))
    .limit(ids.length)
    .for("update")
  const onItsDay = due.filter(({ request }) => isChargeDay(factsOf(request, day)))
  const waiting = await listWaiting(
    ctx,
    onItsDay.map(({ request }) => request),
    day,
  )
  const wanted = onItsDay.filter(({ request }) => !waiting.has(request.id))
  const languages = await listAccountLanguages(
    ctx,
    wanted.map(({ request }) => request.accountId),
  )
  for (const { request, methodId } of wanted) {
    await charge(ctx, request, { methodId, language: languages.get(request.accountId) ?? "en" })
  }
  await updateRows(
    ctx.db,
    paymentRequests,
    wanted.map(({ request: { id } }) => ({ id, chargedOn: day.today })),
  )
}

type Request = typeof paymentRequests.$inferSelect

/** Those whose bank said no for now, and whose hour has not come yet. */
async function listWaiting(
  ctx: Context,
  requests: readonly Request[],
  day: CollectingDay,
): Promise<ReadonlySet<string>> {
  const early = requests.filter(
    (request) => request.chargedOn && planChargeHour(factsOf(request, day), day.policy) > day.hour,
  )
  const declines = await listLastDeclines(
    ctx,
    early.map(({ id }) => id),
  )
  const isSoft = ({ id }: Request) => {
    const decline = declines.get(id)
    return decline !== undefined && declineRules[decline].again === "another_hour"
  }
  return new Set(early.filter(isSoft).map(({ id }) => id))
}

function factsOf(
  { dueOn, chargedOn }: Pick<Request, "dueOn" | "chargedOn">,
  { today, policy: { chargeDays } }: CollectingDay,
) {
  return { dueOn, today, chargeDays, triedOn: chargedOn }
}

/** Without a method that can be charged nothing happens: the request stays, and its reminders ask for the payment. */
async function charge(
  ctx: Context,
  request: Request,
  { methodId, language }: { readonly methodId: string | null; readonly language: Language },
): Promise<void> {
  const error = await inSavepoint(ctx, async () => {
    await chargeSavedMethod(ctx, {
      reference: request.id,
      accountId: request.accountId,
      methodId: methodId ?? undefined,
      amount: money(request.totalMinor - request.fromCreditMinor, request.currency),
      taxMinor: request.fromCreditMinor === 0n ? request.taxMinor : undefined,
      description: request.number,
      language,
    })
  })
  if (error && !(error instanceof Refusal)) throw error
  if (error) ctx.log.info({ requestId: request.id, because: error.message }, "a renewal was not charged")
}
