export interface Saving {
  /** So much less than its months one by one; below zero: more. */
  readonly minor: bigint
  /** In hundredths of what the months cost, rounded towards nothing: nobody is promised more than they get. */
  readonly percent: number
  /** Where it is a whole number of months, to the last unit: so many are free. */
  readonly monthsFree: number
}

/** What a longer term costs less than its months one by one: null where there is nothing to compare, or no difference. */
export function savingOver({
  whole,
  month,
  months,
}: {
  readonly whole: string | undefined
  readonly month: string | undefined
  readonly months: number
}): Saving | null {
  if (whole === undefined || month === undefined || months < 2) return null
  const each = BigInt(month)
  const apart = each * BigInt(months)
  const minor = apart - BigInt(whole)
  if (apart <= 0n || minor === 0n) return null
  const isWhole = minor > 0n && minor % each === 0n
  return {
    minor,
    percent: Number((minor * 100n) / apart),
    monthsFree: isWhole ? Number(minor / each) : 0,
  }
}
