/** Shortest first, as they are shown. */
export const cycles = [
  "hourly",
  "daily",
  "monthly",
  "quarterly",
  "semiannual",
  "annual",
  "biennial",
  "triennial",
  "one_time",
] as const

/** Hours are counted and billed afterwards; everything else is paid before it begins, so it can stand in a cart. */
export const prepaidCycles = cycles.filter((cycle) => cycle !== "hourly")

/** How long one turn takes, for who counts periods; a one-time price has no second turn. */
export const cycleLengths = {
  hourly: { unit: "hours", count: 1 },
  daily: { unit: "days", count: 1 },
  monthly: { unit: "months", count: 1 },
  quarterly: { unit: "months", count: 3 },
  semiannual: { unit: "months", count: 6 },
  annual: { unit: "months", count: 12 },
  biennial: { unit: "months", count: 24 },
  triennial: { unit: "months", count: 36 },
  one_time: null,
} as const satisfies Readonly<
  Record<(typeof cycles)[number], { unit: "hours" | "days" | "months"; count: number } | null>
>
