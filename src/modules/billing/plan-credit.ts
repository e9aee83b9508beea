import { divideHalfUp, type Money, money, spread, sum } from "#kit/money.ts"

/** A line of an issued invoice, and what earlier credit notes took back of it. */
export interface CreditableLine {
  readonly id: string
  readonly tax: Money
  readonly gross: Money
  readonly creditedGross: Money
  readonly creditedTax: Money
}

export interface CreditedLine {
  readonly lineId: string
  readonly net: Money
  readonly tax: Money
  readonly gross: Money
}

export interface CreditPlan {
  readonly lines: readonly CreditedLine[]
  readonly net: Money
  readonly tax: Money
  readonly total: Money
  /** Nothing of the invoice is left after it. */
  readonly isRest: boolean
}

/** "rest": all that is left of every line. */
export type CreditWish = "rest" | readonly { readonly lineId: string; readonly gross: Money }[]

/**
 * What a credit note takes back, at the original's own tax. A line's tax is a running total, rounded half up: however
 * many notes take a line back, together they take back its tax to the unit, and none more than is left. Undefined
 * where more is wished for than that.
 */
export function planCredit(lines: readonly CreditableLine[], wish: CreditWish): CreditPlan | undefined {
  const currency = lines[0]?.gross.currency
  if (!currency) return undefined
  const wished = wish === "rest" ? lines.map((line) => ({ lineId: line.id, gross: restOf(line) })) : wish
  const credited: CreditedLine[] = []
  for (const { lineId, gross } of wished) {
    const line = lines.find(({ id }) => id === lineId)
    if (!line || gross.currency !== currency || gross.minor < 0n || gross.minor > restOf(line).minor) {
      return undefined
    }
    if (gross.minor > 0n) credited.push(creditLine(line, gross))
  }
  if (credited.length === 0) return undefined
  const total = sum(
    currency,
    credited.map((line) => line.gross),
  )
  const left = sum(currency, lines.map(restOf))
  return {
    lines: credited,
    net: sum(
      currency,
      credited.map((line) => line.net),
    ),
    tax: sum(
      currency,
      credited.map((line) => line.tax),
    ),
    total,
    isRest: total.minor === left.minor,
  }
}

export function restOf({ gross, creditedGross }: Pick<CreditableLine, "gross" | "creditedGross">): Money {
  return money(gross.minor - creditedGross.minor, gross.currency)
}

function creditLine(line: CreditableLine, gross: Money): CreditedLine {
  const { currency } = gross
  const taxSoFar = divideHalfUp(line.tax.minor * (line.creditedGross.minor + gross.minor), line.gross.minor)
  const tax = money(taxSoFar - line.creditedTax.minor, currency)
  return { lineId: line.id, net: money(gross.minor - tax.minor, currency), tax, gross }
}

/**
 * A part of an invoice of which nobody said what it is for: over its lines by what is left of each, so that each rate
 * bears its share. Undefined where it is more than is left of all of them.
 */
export function spreadOverLines(amount: Money, lines: readonly CreditableLine[]): CreditWish | undefined {
  const open = lines.filter((line) => restOf(line).minor > 0n)
  const left = sum(amount.currency, open.map(restOf))
  if (amount.minor <= 0n || amount.minor > left.minor) return undefined
  const parts = spread(
    amount,
    open.map((line) => restOf(line).minor),
  )
  return open.map(({ id }, at) => ({ lineId: id, gross: parts[at] ?? money(0n, amount.currency) }))
}

/** An amount over several payments, in the order given: each as far as it goes. */
export function spreadOverPayments<Payment extends { readonly left: Money }>(
  amount: Money,
  payments: readonly Payment[],
): { readonly payment: Payment; readonly gross: Money }[] {
  let rest = amount.minor
  const parts: { payment: Payment; gross: Money }[] = []
  for (const payment of payments) {
    const minor = rest < payment.left.minor ? rest : payment.left.minor
    if (minor > 0n) parts.push({ payment, gross: money(minor, amount.currency) })
    rest -= minor
  }
  if (rest > 0n) throw new RangeError("More is given back than was paid.")
  return parts
}
