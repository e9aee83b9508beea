/** What a plan and its options cost, as the page keeps it for its script: minor units as text, by term. */
export interface BoardPlan {
  readonly cycles: Readonly<Partial<Record<string, BoardPrice>>>
  readonly options: readonly BoardOption[]
}

/** For one cycle, and paid once. */
export interface BoardPrice {
  readonly minor: string
  readonly setup: string
}

export interface BoardOption {
  readonly id: string
  readonly kind: "number" | "choice" | "yes_no"
  /** What is there without choosing: a number, or the first choice. */
  readonly usual: string
  readonly min: number
  readonly max: number
  readonly included: number
  /** For one unit, by term. */
  readonly prices: Readonly<Partial<Record<string, BoardPrice>>>
  readonly choices: Readonly<Record<string, Readonly<Partial<Record<string, BoardPrice>>>>>
}

export interface SetupSum {
  readonly minor: bigint
  readonly setup: bigint
  readonly parts: readonly { readonly id: string; readonly minor: bigint; readonly setup: bigint }[]
}

/**
 * What stands on the page before and after its script: the server has the last word (catalog's chooseOptions), and a
 * test holds the two together. What can't be is counted as what comes with the plan.
 */
export function sumSetup(
  plan: BoardPlan,
  cycle: string,
  chosen: Readonly<Record<string, string>>,
): SetupSum | undefined {
  const own = plan.cycles[cycle]
  if (!own) return undefined
  const parts = plan.options.map((option) => {
    const value = chosen[option.id] ?? option.usual
    const price = (option.kind === "choice" ? option.choices[value] : option.prices)?.[cycle]
    const units = price ? countUnits(option, value) : 0
    const minor = BigInt(price?.minor ?? "0") * BigInt(units)
    return { id: option.id, minor, setup: units > 0 ? BigInt(price?.setup ?? "0") : 0n }
  })
  return {
    minor: parts.reduce((total, part) => total + part.minor, BigInt(own.minor)),
    setup: parts.reduce((total, part) => total + part.setup, BigInt(own.setup)),
    parts,
  }
}

function countUnits({ kind, min, max, included, usual }: BoardOption, value: string): number {
  if (kind !== "number") return value === usual || value === "" ? 0 : 1
  const number = Number(value)
  const isGood = Number.isSafeInteger(number) && number >= min && number <= max
  return Math.max(0, (isGood ? number : Number(usual)) - included)
}

/** Whether there is anything to choose for a term. */
export function isOfferedFor({ kind, prices, choices }: BoardOption, cycle: string): boolean {
  return kind === "choice" ? Object.values(choices).some((one) => one[cycle]) : Boolean(prices[cycle])
}
