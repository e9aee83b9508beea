import { type Currency, money, toWire } from "#kit/money.ts"
import { accountRoles, readRole } from "./account-role.ts"
import type { TrialBalance } from "./contract.ts"
import type { TrialBalanceSum } from "./sum-trial-balance.ts"

type Sums = Pick<TrialBalanceSum, "openingMinor" | "debitMinor" | "creditMinor">

/** Lays the sums out per currency, in the order of a balance sheet, each with what closes it and the whole. Pure. */
export function planTrialBalance(found: readonly TrialBalanceSum[]): TrialBalance["currencies"] {
  const order = Object.keys(accountRoles)
  const byCurrency = Map.groupBy(found, (one) => one.currency)
  return [...byCurrency]
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .map(([currency, rows]) => ({
      currency,
      rows: rows
        .toSorted((first, second) => {
          const [a, b] = [order.indexOf(readRole(first.account)), order.indexOf(readRole(second.account))]
          return a === b ? (first.account < second.account ? -1 : 1) : a - b
        })
        .map(({ account, customers, ...sums }) => ({
          account,
          kind: accountRoles[readRole(account)].kind,
          customers,
          ...describeSums(currency, sums),
        })),
      total: describeSums(currency, addUp(rows)),
    }))
}

function addUp(rows: readonly Sums[]): Sums {
  const total = (part: (row: Sums) => bigint) => rows.reduce((sum, row) => sum + part(row), 0n)
  return {
    openingMinor: total((row) => row.openingMinor),
    debitMinor: total((row) => row.debitMinor),
    creditMinor: total((row) => row.creditMinor),
  }
}

function describeSums(currency: Currency, { openingMinor, debitMinor, creditMinor }: Sums) {
  const wire = (minor: bigint) => toWire(money(minor, currency))
  return {
    opening: wire(openingMinor),
    debit: wire(debitMinor),
    credit: wire(creditMinor),
    closing: wire(openingMinor + debitMinor - creditMinor),
  }
}
