import { getAccount } from "#identity"
import { type Context, type Reach, within } from "#kit/context.ts"
import { fromWire, isSame, toWire, type WireMoney } from "#kit/money.ts"
import { spellAmount } from "#kit/spelling.ts"
import { listReferencesBeingPaid, recordTransfer } from "#payments"
import { getSettings } from "#tenancy"
import { billingRefusals } from "./errors.ts"
import { isPayable, type PaymentRequest } from "./payment-request.ts"
import { getPaymentRequest } from "./queries.ts"
import { settlePaymentRequest } from "./settle-payment-request.ts"

export interface BankPayment {
  readonly id: string
  readonly amount: WireMoney
  readonly receivedOn: string
  /** Who paid or what for, as the bank's statement has it. */
  readonly reference: string
}

/** Older money would stand in books that are closed by now: it is asked about first. */
const OLDEST = { days: 400 }

/**
 * A customer has paid by bank transfer, and staff write it down: the money's own posting, then what it pays, in one
 * transaction. The request's row is held, so a card payment at the same moment is seen; the same transfer told again
 * changes nothing.
 */
export async function recordBankPayment(
  ctx: Context,
  wish: BankPayment,
  reach: Reach = within(ctx.actor),
): Promise<PaymentRequest> {
  const request = await getPaymentRequest(ctx, reach, wish.id, "update")
  const { timeZone } = await getSettings(ctx)
  const receivedOn = readDay(ctx, wish.receivedOn, timeZone)
  const amount = fromWire(wish.amount)
  if (isPayable(request.state)) await refuseUnlessWhole(ctx, request, amount)
  else if (request.state !== "paid" || request.paidByAttemptId === null) refuseClosed(request)
  const account = await getAccount(ctx, request.accountId)
  const attempt = await recordTransferOnce(ctx, request, {
    reference: request.id,
    accountId: request.accountId,
    amount,
    description: request.number,
    language: account.language,
    receivedOn,
    bankReference: wish.reference,
    timeZone,
  })
  await settlePaymentRequest(ctx, { reference: request.id, attemptId: attempt.id, amount: attempt.amount })
  return getPaymentRequest(ctx, reach, wish.id)
}

/** Of a paid request only the transfer that paid it may be told again. */
async function recordTransferOnce(
  ctx: Context,
  request: PaymentRequest,
  received: Parameters<typeof recordTransfer>[1],
) {
  const attempt = await recordTransfer(ctx, received)
  if (request.state === "paid" && attempt.id !== request.paidByAttemptId) refuseClosed(request)
  return attempt
}

async function refuseUnlessWhole(
  ctx: Context,
  request: PaymentRequest,
  amount: ReturnType<typeof fromWire>,
): Promise<void> {
  if ((await listReferencesBeingPaid(ctx, { kind: "all" }, [request.id])).has(request.id)) {
    billingRefusals.refuse("billing.request_being_paid", { id: request.id })
  }
  if (isSame(amount, request.left)) return
  const left = spellAmount(toWire(request.left), ctx.language)
  billingRefusals.refuse("billing.transfer_differs", { left }, { field: "amount" })
}

function refuseClosed(request: PaymentRequest): never {
  return billingRefusals.refuse("billing.request_not_open", { requestId: request.id, state: request.state })
}

function readDay(ctx: Context, text: string, timeZone: string): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(text)
  const today = ctx.clock.today(timeZone)
  const isPast = Temporal.PlainDate.compare(day, today) <= 0
  if (!isPast || Temporal.PlainDate.compare(day, today.subtract(OLDEST)) < 0) {
    billingRefusals.refuse("billing.transfer_day_wrong", {}, { field: "receivedOn" })
  }
  return day
}
