import type { Money } from "#kit/money.ts"
import { add, isSame, money, subtract, times } from "#kit/money.ts"
import { shareByDays } from "./days.ts"
import type { LineReason, RuleFacts } from "./document.ts"
import { readParts, totalOf } from "./price-parts.ts"
import { readUse } from "./usage-rule.ts"

/** What a change of plan costs for the days that are left. */
export const CHANGE_RULE = "plan change by days"
/** Only some days of a turn, up to the account's billing day. */
export const SHARE_RULE = "subscription price by days"
/** On credit notes: one amount of a line. */
export const PART_RULE = "part of a line taken back"

/** The numbers of a change, as a line keeps them. */
export interface ChangeNumbers {
  readonly oldCharged: Money
  readonly newCharged: Money
  readonly daysLeft: bigint
  readonly totalDays: bigint
}

export function writeChange(numbers: ChangeNumbers): RuleFacts {
  return {
    oldChargedMinor: numbers.oldCharged.minor.toString(),
    newChargedMinor: numbers.newCharged.minor.toString(),
    daysLeft: numbers.daysLeft.toString(),
    totalDays: numbers.totalDays.toString(),
  }
}

export function readChange({ facts, unit }: Pick<LineReason, "facts" | "unit">): ChangeNumbers | undefined {
  const read = (name: string) => BigInt(facts?.[name] ?? "")
  if (!facts?.["totalDays"]) return undefined
  return {
    oldCharged: money(read("oldChargedMinor"), unit.currency),
    newCharged: money(read("newChargedMinor"), unit.currency),
    daysLeft: read("daysLeft"),
    totalDays: read("totalDays"),
  }
}

/** The numbers of a short turn: what the whole one costs for one piece, and what whole ones come with it. */
export interface ShareNumbers {
  readonly whole: Money
  readonly rest: Money
  readonly days: number
  readonly of: number
}

export function writeShare({ whole, rest, days, of }: ShareNumbers): RuleFacts {
  return {
    wholeMinor: whole.minor.toString(),
    restMinor: rest.minor.toString(),
    shareDays: days.toString(),
    shareOf: of.toString(),
  }
}

export function readShare({ facts, rule, unit }: LineReason): ShareNumbers | undefined {
  if (rule !== SHARE_RULE) return undefined
  const read = (name: string) => BigInt(facts?.[name] ?? "")
  return {
    whole: money(read("wholeMinor"), unit.currency),
    rest: money(read("restMinor"), unit.currency),
    days: Number(read("shareDays")),
    of: Number(read("shareOf")),
  }
}

/** What a lowered price was before, by whose word, and what it was made of: nothing where there is nothing to say. */
export function factsOfPrice(price: {
  readonly list: Money
  readonly unit: Money
  readonly codes: readonly string[]
  /** As `writeParts` gives them. */
  readonly parts?: RuleFacts
}): { facts?: RuleFacts } {
  const { list, unit, codes, parts } = price
  const discount: RuleFacts = isSame(list, unit)
    ? {}
    : { listUnitMinor: list.minor.toString(), codes: codes.join(", ") }
  const facts: RuleFacts = { ...discount, ...parts }
  return Object.keys(facts).length === 0 ? {} : { facts }
}

/** What the days of a short turn cost. */
export function shareOfTurn({ whole, days, of }: Omit<ShareNumbers, "rest">): Money {
  return shareByDays(whole, BigInt(days), BigInt(of))
}

/** The sum of its parts, where there are several; a discount was taken off that sum. */
function recomputeUnit({ facts, unit }: LineReason): Money {
  const parts = readParts(facts, unit)
  if (parts.length === 0) return unit
  const whole = totalOf(parts, unit)
  const listMinor = facts?.["listUnitMinor"]
  return listMinor === undefined
    ? whole
    : subtract(unit, subtract(money(BigInt(listMinor), unit.currency), whole))
}

/** The amount of a line before tax is looked at, from nothing but its reason. */
export function recomputeAmount(reason: LineReason): Money {
  const change = reason.rule === CHANGE_RULE ? readChange(reason) : undefined
  const used = readUse(reason)
  if (used) return used.amount
  const share = readShare(reason)
  if (share) return times(add(shareOfTurn(share), share.rest), reason.quantity)
  if (!change) return times(recomputeUnit(reason), reason.quantity)
  const { oldCharged, newCharged, daysLeft, totalDays } = change
  const difference = subtract(
    shareByDays(newCharged, daysLeft, totalDays),
    shareByDays(oldCharged, daysLeft, totalDays),
  )
  return times(difference, reason.quantity)
}
