const UNITS = { m: "minutes", h: "hours", d: "days", w: "weeks", mo: "months", y: "years" } as const

/** "35d", "2w", "90m", "1mo": what a person types. */
export function parseDuration(text: string): Temporal.Duration | undefined {
  const match = /^(\d{1,4})(mo|m|h|d|w|y)$/.exec(text.trim())
  if (!match) return undefined
  const unit = UNITS[match[2] as keyof typeof UNITS]
  return Temporal.Duration.from({ [unit]: Number(match[1]) })
}
