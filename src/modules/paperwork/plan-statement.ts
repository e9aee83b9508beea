import { add, type Money } from "#kit/money.ts"
import type { CustomerMove } from "#ledger"
import type { statementKinds } from "./statement-contract.ts"

export type StatementKind = (typeof statementKinds)[number]

export interface StatementLine {
  readonly on: Temporal.PlainDate
  readonly kind: StatementKind
  readonly number: string | null
  readonly amount: Money
  readonly balance: Money
}

/** What stands before the colon of a transfer's key says what it was. */
const kinds: Readonly<Record<string, StatementKind>> = {
  invoice: "invoice",
  payment: "payment",
  credit: "credit_note",
  refund: "refund",
  "write-off": "written_off",
  "account-credit": "account_credit",
  merge: "moved",
}

/**
 * A customer's account as it went on, from the books alone: opening and every move give the closing, to the unit. Pure.
 * A credit note of paid money gives it back to the customer's side until the refund takes it away.
 */
export function planStatement(
  opening: Money,
  moves: readonly CustomerMove[],
  numbers: ReadonlyMap<string, string>,
): { readonly lines: readonly StatementLine[]; readonly closing: Money } {
  let balance = opening
  const lines = moves.map((move) => {
    balance = add(balance, move.amount)
    const [kind = ""] = move.key.split(":")
    return {
      on: move.postedOn,
      kind: kinds[kind] ?? "account_credit",
      number: numbers.get(move.reference) ?? null,
      amount: move.amount,
      balance,
    }
  })
  return { lines, closing: balance }
}
