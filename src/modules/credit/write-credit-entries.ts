import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { type CreditCause, type CreditParts, kindsOf } from "./account-credit.ts"
import { creditEntries } from "./tables.ts"

export interface CreditMove {
  readonly accountId: string
  readonly currency: Currency
  readonly cause: CreditCause
  /** Above zero: the customer has more of it. */
  readonly parts: CreditParts
  readonly reference: string | null
  readonly reason?: string
  readonly byId?: string
}

/** Writes the history's lines and nothing else: where the money itself is part of somebody else's transfer. */
export async function writeCreditEntries(ctx: Context, move: CreditMove) {
  const kinds = kindsOf(move.parts)
  if (kinds.length === 0) return []
  return ctx.db
    .insert(creditEntries)
    .values(
      kinds.map(({ kind, minor }) => ({
        id: ctx.newId("cre"),
        accountId: move.accountId,
        kind,
        cause: move.cause,
        currency: move.currency,
        amountMinor: minor,
        reason: move.reason ?? null,
        reference: move.reference,
        byId: move.byId ?? null,
        createdAt: ctx.clock.now(),
      })),
    )
    .returning()
}
