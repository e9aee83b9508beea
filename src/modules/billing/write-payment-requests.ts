import type { Context } from "#kit/context.ts"
import { insertRows } from "#kit/write-rows.ts"
import { getSettings } from "#tenancy"
import type { PaymentRequest } from "./payment-request.ts"
import type { PlannedRequest } from "./plan-payment-request.ts"
import { readRequest } from "./request-rows.ts"
import { paymentRequestLines, paymentRequests } from "./tables.ts"
import { takeNumbers } from "./take-numbers.ts"

/** Gives them their numbers, one after the other, and writes them. Whoever asks next waits until this is committed. */
export async function writePaymentRequests(
  ctx: Context,
  planned: readonly PlannedRequest[],
): Promise<PaymentRequest[]> {
  const { legalEntityId, timeZone } = await getSettings(ctx)
  const today = ctx.clock.today(timeZone)
  const taken = await takeNumbers(ctx, { legalEntityId, kind: "payment_request", today }, planned.length)
  const made = planned.map(({ row, lines }, index) => ({
    row: { ...row, number: taken[index]?.number ?? "" },
    lines,
  }))
  await insertRows(
    ctx.db,
    paymentRequests,
    made.map(({ row }) => row),
  )
  await insertRows(
    ctx.db,
    paymentRequestLines,
    made.flatMap(({ lines }) => lines),
  )
  return made.map(({ row, lines }) => readRequest(row, lines))
}
