import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type CallContext, GiveUp, type Work } from "#kit/work/define.ts"
import { isLive } from "./attempt.ts"
import { findMethod } from "./find-method.ts"
import { findMethodSecret } from "./find-method-secret.ts"
import type { KeptMethods } from "./gateways/gateway.ts"
import { isChargeable } from "./method.ts"
import { openGateway, type PaymentDoors } from "./open-gateway.ts"
import { openMethod } from "./open-method.ts"
import { getAttempt } from "./queries.ts"
import { recordMethodCharge } from "./record-method-charge.ts"
import { recordPlan } from "./record-plan.ts"
import { attempts } from "./tables.ts"

/** Charges a saved method for an attempt: claim, look for what an earlier try left, charge, write down. */
export async function chargeMethod(doors: PaymentDoors, work: Work, attemptId: string): Promise<void> {
  await work.call("charge", (call) => chargeOnce(doors, call, attemptId), { tries: 12, isLast: true })
}

async function chargeOnce(doors: PaymentDoors, call: CallContext, attemptId: string): Promise<string> {
  const claimed = await call.transact((ctx) => claim(ctx, doors, attemptId))
  if (!claimed) return "nothing to charge"
  const { kept } = await openGateway(doors, call, claimed.gateway)
  if (!kept) throw new GiveUp(`${claimed.gateway} keeps no methods`)
  const found = await findOrCharge(kept, claimed)
  const plan = await call.transact(async (ctx) => {
    if (found) return recordMethodCharge(ctx, attemptId, found)
    // Nobody but this work charges it, and it doesn't any more.
    const attempt = await getAttempt(ctx, { kind: "all" }, attemptId, "update")
    const given = { act: "abandon", checkoutId: null } as const
    if (isLive(attempt.state)) await recordPlan(ctx, attempt, given)
    return given
  })
  if (plan.act === "alarm") throw new GiveUp(`${attemptId}: ${plan.why}`)
  return plan.act
}

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>

async function findOrCharge(kept: KeptMethods, { attempt, isFirst, method, isWanted }: Claimed) {
  // The key alone would do for a day; a look finds the charge however late a crashed worker comes back.
  const left = isFirst ? undefined : await kept.findCharge(attempt.id)
  if (left || !method || !isWanted) return left
  return kept.chargeMethod({
    method,
    reference: attempt.id,
    idempotencyKey: `charge:${attempt.id}`,
    amount: attempt.amount,
    isTaxFree: attempt.taxMinor === 0n,
    description: attempt.description,
  })
}

/** What was to be charged yesterday is asked for anew by whoever still wants it, and no longer charged in passing. */
const WANTED_FOR = { hours: 23 }

/** Written before the call: whoever comes after a crash knows that a charge may exist. */
async function claim(ctx: Context, doors: PaymentDoors, attemptId: string) {
  const attempt = await getAttempt(ctx, { kind: "all" }, attemptId, "update")
  if (!isLive(attempt.state) || !attempt.methodId) return undefined
  const { methodId, gateway, claimedAt, createdAt } = attempt
  const now = ctx.clock.now()
  // Locked: a removal comes before this, and nothing is charged; or after it, and finds it charged.
  const saved = await findMethod(ctx, { kind: "all" }, methodId, "update")
  const secret = await findMethodSecret(ctx, { kind: "all" }, methodId)
  await ctx.db.update(attempts).set({ claimedAt: now }).where(eq(attempts.id, attemptId))
  const isYoung = Temporal.Instant.compare(createdAt.add(WANTED_FOR), now) > 0
  return {
    attempt,
    gateway,
    isFirst: claimedAt === null,
    isWanted: isYoung && saved !== undefined && isChargeable(saved),
    method: openMethod(ctx, doors.keyring, methodId, secret),
  }
}
