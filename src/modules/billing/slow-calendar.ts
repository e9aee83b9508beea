/** Halves go up, of whole numbers that are not below zero. */
export function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator)
}

/** Every day of ninety years, one after the other; 1 January 2024 is a Monday and the first. */
const days: { readonly year: number; readonly month: number; readonly day: number }[] = []
const indexes = new Map<string, number>()
for (let year = 2024; year < 2114; year++) {
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= lengthOf(year, month); day++) {
      indexes.set(write(year, month, day), days.length)
      days.push({ year, month, day })
    }
  }
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const months: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
  biennial: 24,
  triennial: 36,
}

/** So many cycles after a day: the same day of a later month, or that month's last where it has none such. */
export function step(from: number, cycle: string, cycles: number): number {
  if (cycle === "daily") return from + cycles
  const day = days[from]
  if (!day) throw new RangeError("Beyond the calendar.")
  let { year, month } = day
  for (let turn = 0; turn < (months[cycle] ?? 0) * cycles; turn++) {
    month += 1
    if (month === 13) [year, month] = [year + 1, 1]
  }
  return dayOf(write(year, month, Math.min(day.day, lengthOf(year, month))))
}

export function dayOf(date: { toString(): string }): number {
  const index = indexes.get(date.toString())
  if (index === undefined) throw new RangeError(`${date} is not on the calendar.`)
  return index
}

export function sayDay(index: number): string {
  const { year = 0, month = 0, day = 0 } = days[index] ?? {}
  return write(year, month, day)
}

function write(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
}
