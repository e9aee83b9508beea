import { type Money, money } from "#kit/money.ts"

/** The other price with what its customer has chosen since it was written down: that costs what they agreed to for it. */
export function unitSince(now: Money, fromMinor: bigint, toMinor: bigint): Money {
  return money(toMinor + now.minor - fromMinor, now.currency)
}
