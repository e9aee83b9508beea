export interface MonthOfChurn {
  /** "2026-11" */
  readonly month: string
  /** Begun before the month and not ended before it. */
  readonly atStart: number
  /** Of those: ended in it. */
  readonly ended: number
  readonly begun: number
}

/** So many agreements that began and ended in the same months. */
export interface ChurnGroup {
  /** 1 is the first month that is looked at; 0 is before it. */
  readonly begun: number
  /** Null while they go on, or if they end after the months looked at. Never before they began. */
  readonly ended: number | null
  readonly count: number
}

/** From a few groups, however many agreements there are. Pure. */
export function planChurn(months: readonly string[], groups: readonly ChurnGroup[]): MonthOfChurn[] {
  const countOf = (isMeant: (group: ChurnGroup) => boolean) =>
    groups.reduce((sum, group) => (isMeant(group) ? sum + group.count : sum), 0)
  return months.map((month, index) => {
    const place = index + 1
    return {
      month,
      atStart: countOf(({ begun, ended }) => begun < place && (ended ?? Infinity) >= place),
      ended: countOf(({ begun, ended }) => begun < place && ended === place),
      begun: countOf(({ begun }) => begun === place),
    }
  })
}
