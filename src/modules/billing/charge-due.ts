import { and, asc, eq, gt, lte, sql } from "drizzle-orm"
import { listAccountLanguages } from "#identity"
import type { Context } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { updateRows } from "#kit/write-rows.ts"
import { chargeSavedMethod } from "#payments"
import { getSettings } from "#tenancy"
import { isChargeDay } from "./charge-days.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { inSavepoint } from "./in-savepoint.ts"
import { subscriptions } from "./subscription-tables.ts"
import { paymentRequests } from "./tables.ts"

const MOST_AT_ONCE = 50
/** As in isChargeDay, with a margin. */
const FORGET_AFTER = { days: 40 }

/**
 * Charges the saved methods of what is due by today, each on the policy's days only. A payment that is under way for
 * the same request is never doubled: payments lets one live attempt in. Gives the last request of this chunk.
 */
export async function chargeDue(ctx: Context, after: string): Promise<string | null> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const { chargeDays } = await getCollectingPolicy(ctx)
  // Columns written by hand: of a select from one table drizzle prints them bare, and here two tables have them.
  // All that is on one request is collected the same way: that is how they are put together.
  const methodId = sql<string | null>`(select max(one.method_id) from ${subscriptions} as one
    where one.tenant_id = ${paymentRequests}.tenant_id and one.request_id = ${paymentRequests}.id)`
  const isByHand = sql`exists (select from ${subscriptions} as one where one.tenant_id = ${paymentRequests}.tenant_id
    and one.request_id = ${paymentRequests}.id and one.collection = 'manual')`
  const due = await ctx.db
    .select({ request: paymentRequests, methodId })
    .from(paymentRequests)
    .where(
      and(
        eq(paymentRequests.state, "open"),
        eq(paymentRequests.purpose, "renewal"),
        lte(paymentRequests.dueOn, today),
        gt(paymentRequests.dueOn, today.subtract(FORGET_AFTER)),
        gt(paymentRequests.id, after),
        sql`${methodId} is not null`,
        sql`not ${isByHand}`,
      ),
    )
    .orderBy(asc(paymentRequests.id))
    .limit(MOST_AT_ONCE)
    .for("update")
  const wanted = due.filter(({ request: { dueOn, chargedOn } }) =>
    isChargeDay({ dueOn, today, chargeDays, triedOn: chargedOn }),
  )
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
    wanted.map(({ request: { id } }) => ({ id, chargedOn: today })),
  )
  return due.length < MOST_AT_ONCE ? null : (due.at(-1)?.request.id ?? null)
}

/** Without a method that can be charged nothing happens: the request stays, and its reminders ask for the payment. */
async function charge(
  ctx: Context,
  request: typeof paymentRequests.$inferSelect,
  { methodId, language }: { readonly methodId: string | null; readonly language: Language },
): Promise<void> {
  const error = await inSavepoint(ctx, async () => {
    await chargeSavedMethod(ctx, {
      reference: request.id,
      accountId: request.accountId,
      methodId: methodId ?? undefined,
      amount: money(request.totalMinor - request.fromCreditMinor, request.currency),
      description: request.number,
      language,
    })
  })
  if (error) ctx.log.info({ requestId: request.id, because: error.message }, "a renewal was not charged")
}
