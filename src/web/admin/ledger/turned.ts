import type { WireMoney } from "#kit/money.ts"

/** The books count a credit below zero; in a column of credits the column says so, and the amount is one without a sign. */
export function turned({ minor, currency }: WireMoney): WireMoney {
  if (minor === "0") return { minor, currency }
  return { minor: minor.startsWith("-") ? minor.slice(1) : `-${minor}`, currency }
}
