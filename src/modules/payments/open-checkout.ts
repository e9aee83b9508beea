import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type CallContext, GiveUp, type Work } from "#kit/work/define.ts"
import type { Attempt } from "./attempt.ts"
import { connectGateway, type PaymentDoors } from "./open-gateway.ts"
import { findEndpoint, getAttempt } from "./queries.ts"
import { recordFinding } from "./record-finding.ts"
import { attempts } from "./tables.ts"

/** Opens the payment page of an attempt: claim, look for what an earlier try left, create, remember. */
export async function openCheckout(doors: PaymentDoors, work: Work, attemptId: string): Promise<void> {
  await work.call("open-checkout", (call) => openOnce(doors, call, attemptId), { isLast: true })
}

async function openOnce(doors: PaymentDoors, call: CallContext, attemptId: string): Promise<string> {
  const claimed = await call.transact((ctx) => claim(ctx, attemptId))
  if (!claimed) return "nothing to open"
  const { attempt, endpoint, isFirst } = claimed
  const gateway = connectGateway(doors, call, attempt.gateway, endpoint)
  // The key alone would do for a day; a look finds the session however late a crashed worker comes back.
  const left = isFirst ? undefined : await gateway.findCheckout(attempt.id)
  const checkout =
    left ??
    (await gateway.createCheckout({
      reference: attempt.id,
      idempotencyKey: `checkout:${attempt.id}`,
      amount: attempt.amount,
      isTaxFree: attempt.taxMinor === 0n,
      description: attempt.description,
      language: attempt.language,
      returnUrl: fillReturnUrl(endpoint.returnUrl, attempt),
      ...(attempt.asksToKeep ? { keepFor: attempt.accountId } : {}),
    }))
  const plan = await call.transact((ctx) => recordFinding(ctx, doors.keyring, { attemptId, found: checkout }))
  if (plan.act === "alarm") throw new GiveUp(`${attemptId}: ${plan.why}`)
  return checkout.id
}

/** Written before the call: whoever comes after a crash knows that a session may exist. */
async function claim(ctx: Context, attemptId: string) {
  const attempt = await getAttempt(ctx, { kind: "all" }, attemptId, "update")
  if (attempt.state !== "created" && attempt.state !== "unknown") return undefined
  const endpoint = await findEndpoint(ctx, { kind: "all" }, { gateway: attempt.gateway })
  if (!endpoint) throw new GiveUp(`${attempt.gateway} has no endpoint any more`)
  const isFirst = attempt.claimedAt === null
  if (isFirst)
    await ctx.db.update(attempts).set({ claimedAt: ctx.clock.now() }).where(eq(attempts.id, attemptId))
  return { attempt, isFirst, endpoint }
}

function fillReturnUrl(template: string, attempt: Attempt): string {
  return template.replace("{attemptId}", encodeURIComponent(attempt.id))
}
