/**
 * The figures of a sale worked out a second time, without a line of the program: Korean shop prices hold 10 % VAT,
 * so of every total one eleventh is tax, rounded half up in the currency's minor unit.
 */
export function workOut(items: readonly { readonly minor: bigint; readonly quantity: bigint }[]) {
  const gross = items.map(({ minor, quantity }) => minor * quantity)
  const total = gross.reduce((sum, one) => sum + one, 0n)
  const tax = (total * 2n + 11n) / 22n
  return { gross, total, tax, net: total - tax }
}

/** A line's tax may differ from its exact share by less than one minor unit, never by more. */
export function isFairShare(
  line: { gross: bigint; tax: bigint },
  whole: { total: bigint; tax: bigint },
): boolean {
  const off = line.tax * whole.total - line.gross * whole.tax
  return (off < 0n ? -off : off) < whole.total
}
