import type { Facts } from "#kit/refusal.ts"

export interface LiquidFault {
  readonly code:
    | "value_unknown"
    | "filter_unknown"
    | "tag_unknown"
    | "not_closed"
    | "too_much"
    | "liquid_wrong"
  readonly facts: Facts
}

/** What the library threw, for whoever wrote the words: which line, and what about it. */
export function describeLiquidError(error: unknown): LiquidFault {
  const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n")
  const line = Number(/, line:(\d+)/.exec(first)?.[1] ?? 1)
  const what = first.replace(/, line:\d+, col:\d+.*$/, "").slice(0, 200)
  for (const [code, pattern] of patterns) {
    const name = pattern.exec(what)?.[1]
    if (name !== undefined) return { code, facts: { line, name: name.slice(0, 80) } }
  }
  if (/limit exceeded/.test(what)) return { code: "too_much", facts: { line } }
  return { code: "liquid_wrong", facts: { line, what } }
}

const patterns: readonly (readonly [LiquidFault["code"], RegExp])[] = [
  ["value_unknown", /^undefined variable: (.+)/],
  ["filter_unknown", /^undefined filter: (.+)/],
  ["tag_unknown", /^tag "(.+)" not found/],
  ["not_closed", /^(?:tag |output "?)(.+?)"? not closed/],
]
