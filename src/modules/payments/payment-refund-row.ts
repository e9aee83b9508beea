import { money } from "#kit/money.ts"
import type { refunds } from "./tables.ts"

export interface Refund {
  readonly id: string
  readonly attemptId: string
  readonly state: (typeof refunds.$inferSelect)["state"]
  readonly amount: ReturnType<typeof money>
  readonly claimedAt: Temporal.Instant | null
  /** What the gateway or the bank calls it. */
  readonly gatewayRefundId: string | null
  /** What the gateway took for it besides, as far as it told. */
  readonly feeMinor: bigint | null
}

export function readRefund(row: typeof refunds.$inferSelect): Refund {
  const { id, attemptId, state, claimedAt, gatewayRefundId, feeMinor } = row
  const amount = money(row.amountMinor, row.currency)
  return { id, attemptId, state, claimedAt, gatewayRefundId, feeMinor, amount }
}
