import type { WireMoney } from "#kit/money.ts"

const places: Record<WireMoney["currency"], number> = { EUR: 2, GBP: 2, JPY: 0, KRW: 0, USD: 2 }

/**
 * What somebody typed as money: "11,000", "11000원", "5.99", "1.234,56", "€ 5". Undefined when it is none, or finer than
 * the currency has coins for: nothing is rounded behind anybody's back.
 */
export function readAmount(text: string, currency: WireMoney["currency"]): WireMoney | undefined {
  const plain = text.replace(/[\s\u00A0\u202F'’]|[€$£¥₩원]/g, "")
  const found = /^(-?)(\d{1,3}(?:([.,])\d{3})*|\d+)(?:([.,])(\d{1,2}))?$/.exec(plain)
  if (!found) return undefined
  const [, sign = "", whole = "", group, point, rest = ""] = found
  if (group !== undefined && group === point) return undefined
  // "5.999" may be a slip for 5.99 as well as five thousand: points group only where a comma follows.
  if (group === "." && point === undefined) return undefined
  const digits = places[currency]
  if (rest.length > digits) return undefined
  const minor = `${whole.replace(/[.,]/g, "")}${rest.padEnd(digits, "0")}`.replace(/^0+(?=\d)/, "")
  return { minor: minor === "0" ? "0" : `${sign}${minor}`, currency }
}
