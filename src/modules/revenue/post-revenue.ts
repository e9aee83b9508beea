import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { type Currency, money, toWire } from "#kit/money.ts"
import { keepTransferWords, postTransfer } from "#ledger"

export interface CurrencySum {
  readonly currency: Currency
  readonly minor: string
}

export type RevenueMove = "deferred" | "released" | "recognised"
export type RevenueMoves = Readonly<Record<RevenueMove, readonly CurrencySum[]>>

/** One transfer a day, move and currency, however many agreements are behind it. It closes the day, so it is booked on it. */
export async function postRevenue(ctx: Context, day: Temporal.PlainDate, moves: RevenueMoves): Promise<void> {
  for (const [move, sums] of Object.entries(moves) as [RevenueMove, readonly CurrencySum[]][]) {
    for (const [currency, amount] of sumByCurrency(sums)) {
      const id = ctx.newId("rev")
      const toRevenue = move === "deferred" ? amount : -amount
      await postTransfer(ctx, {
        key: `revenue:${id}`,
        currency,
        reference: id,
        on: day,
        words: keepTransferWords(move, { day: String(day) }),
        postings: [
          { account: "revenue:hosting", minor: toRevenue },
          { account: "deferred:hosting", minor: -toRevenue },
        ],
      })
      await recordAudit(ctx, {
        act: `revenue.${move}`,
        subjectId: id,
        after: { day: day.toString(), amount: toWire(money(amount, currency)) },
      })
    }
  }
}

/** Where a day had to be closed in parts, each part has sums of its own. */
function sumByCurrency(sums: readonly CurrencySum[]): Map<Currency, bigint> {
  const found = new Map<Currency, bigint>()
  for (const { currency, minor } of sums) found.set(currency, (found.get(currency) ?? 0n) + BigInt(minor))
  return found
}
