import { recordAudit } from "#audit"
import { type OverdueInvoice, requestPayment } from "#billing"
import { getAccount } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { lateFeeCharged } from "./events.ts"
import { findLateFee } from "./find-late-fee.ts"
import { findLateFeeRule } from "./late-fee-rules.ts"
import { type LateFeePlan, type LateFeePolicy, planLateFee } from "./plan-late-fee.ts"
import { sayLateFee } from "./say-late-fee.ts"
import { lateFees } from "./tables.ts"

const wholeHouse: Reach = { kind: "all" }

export interface LateFeeDay {
  readonly today: Temporal.PlainDate
  readonly policy: LateFeePolicy
}

/** Asks for the late fee of an invoice that is late, where the policy and the law of the seller's country say one. */
export async function chargeLateFee(
  ctx: Context,
  invoice: OverdueInvoice,
  { today, policy }: LateFeeDay,
): Promise<void> {
  const { seller } = await getSettings(ctx)
  const { dueOn, left: owed } = invoice
  const rule = findLateFeeRule({ country: seller.country, on: dueOn })
  const isKnown = await findLateFee(ctx, wholeHouse, invoice.id)
  const isHeldOff = invoice.isPromised || isKnown !== undefined
  const plan = planLateFee({ policy, rule, owed, dueOn, today, isHeldOff })
  if (plan) await charge(ctx, invoice, plan)
}

async function charge(ctx: Context, invoice: OverdueInvoice, plan: LateFeePlan): Promise<void> {
  const { id: invoiceId, accountId, number, dueOn } = invoice
  const { language } = await getAccount(ctx, accountId)
  const request = await requestPayment(ctx, {
    accountId,
    orderId: null,
    purpose: "manual",
    currency: plan.fee.currency,
    lines: [
      {
        words: sayLateFee({ number, dueOn, days: plan.days }, language),
        planId: null,
        priceId: null,
        quantity: 1n,
        unit: plan.fee,
        cycle: null,
        rule: "late fee, at most what the law lets",
        facts: {
          invoice: number,
          dueOn: dueOn.toString(),
          days: plan.days.toString(),
          owedMinor: invoice.left.minor.toString(),
          wishedMinor: plan.wished.minor.toString(),
          mostMinor: plan.most.minor.toString(),
        },
        taxRate: { numerator: 0n, denominator: 1n },
      },
    ],
  })
  await ctx.db.insert(lateFees).values({
    id: ctx.newId("ltf"),
    invoiceId,
    accountId,
    state: "charged",
    requestId: request.id,
    createdAt: ctx.clock.now(),
  })
  await recordAudit(ctx, {
    act: "fees.late-fee-charged",
    subjectId: invoiceId,
    accountId,
    after: { requestId: request.id, fee: toWire(plan.fee), days: plan.days },
  })
  await announce(ctx, lateFeeCharged, { invoiceId, requestId: request.id, accountId })
}
