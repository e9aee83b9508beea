import { isSame, type Money, money, subtract, sum, toWire } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { spellAmount } from "#kit/spelling.ts"
import { sayTax, type TaxSnapshot } from "#tax"
import { percentOf } from "#tenancy"
import { shareByDays } from "./days.ts"
import type { DocumentLine, LineReason } from "./document.ts"
import { explainUse } from "./explain-use.ts"
import { explanationWords } from "./explanation-words.ts"
import { CHANGE_RULE, readChange, readShare, recomputeAmount, SHARE_RULE, shareOfTurn } from "./line-rule.ts"
import { insideRateOf, planDocument } from "./plan-document.ts"
import { readParts, totalOf } from "./price-parts.ts"
import { readUse } from "./usage-rule.ts"

export interface ExplanationFacts {
  readonly taxIncluded: boolean
  readonly taxLabel: Readonly<Record<Language, string>>
  /** All lines of the document: tax is taken once for all that have the same rate. */
  readonly lines: readonly DocumentLine[]
  readonly language: Language
  /** What was decided about tax; absent on papers of before that was kept. */
  readonly tax?: TaxSnapshot | undefined
}

export interface Explanation {
  /** In plain words, with the numbers: whoever has a pencil can repeat it. */
  readonly steps: readonly string[]
  /** What came out when it was computed anew from the reasons alone. */
  readonly recomputed: { readonly net: Money; readonly tax: Money; readonly gross: Money }
  readonly isSame: boolean
}

/** How each line of a document came to its amount: computed again, by the same rules, from what the lines keep. */
export function planExplanations(facts: ExplanationFacts): Explanation[] {
  const [first] = facts.lines
  if (!first) return []
  const { currency } = first.gross
  const anew = planDocument({
    currency,
    settings: {
      taxIncluded: facts.taxIncluded,
      taxRate: first.taxRate,
      ...(facts.tax ? { taxMode: facts.tax.mode } : {}),
    },
    lines: facts.lines.map((line) => ({
      ...line.reason,
      quantity: 1n,
      unit: recomputeAmount(line.reason),
      words: line.words,
      taxRate: line.taxRate,
      insideRate: insideRateOf(line),
    })),
  })
  return facts.lines.map((line, index) => {
    const { net, tax, gross } = anew.lines[index] as DocumentLine
    return {
      steps: [...amountSteps(line.reason, facts.language), ...taxSteps(facts, line)],
      recomputed: { net, tax, gross },
      isSame: isSame(net, line.net) && isSame(tax, line.tax) && isSame(gross, line.gross),
    }
  })
}

function amountSteps(reason: LineReason, language: Language): string[] {
  const words = explanationWords[language]
  const show = (amount: Money) => spellAmount(toWire(amount), language)
  const change = reason.rule === CHANGE_RULE ? readChange(reason) : undefined
  const amount = show(recomputeAmount(reason))
  const used = readUse(reason)
  if (used) return explainUse(reason.facts ?? {}, used, language)
  if (reason.rule === SHARE_RULE) return shareSteps(reason, language)
  if (!change) {
    const say = reason.rule.startsWith("set-up fee") ? words.setup : words.price
    return [
      ...partSteps(reason, language),
      ...discountSteps(reason, language),
      fill(say, { unit: show(reason.unit), quantity: reason.quantity.toString(), amount }),
    ]
  }
  const { oldCharged, newCharged, daysLeft, totalDays } = change
  const days = { left: daysLeft.toString(), total: totalDays.toString() }
  const unused = show(shareByDays(oldCharged, daysLeft, totalDays))
  const due = show(shareByDays(newCharged, daysLeft, totalDays))
  const [before, after] = [reason.facts?.["quantityBefore"], reason.facts?.["quantityAfter"]]
  const [left, other] = before && after ? [words.unusedPieces, words.duePieces] : [words.unused, words.due]
  return [
    fill(left, { charged: show(oldCharged), ...days, unused, quantity: before ?? "" }),
    fill(other, { charged: show(newCharged), ...days, due, quantity: after ?? "" }),
    fill(words.difference, { due, unused, amount }),
  ]
}

/** A turn cut short by the account's billing day: by its days, with the whole ones that come with it. */
function shareSteps(reason: LineReason, language: Language): string[] {
  const numbers = readShare(reason)
  if (!numbers) return []
  const words = explanationWords[language]
  const show = (amount: Money) => spellAmount(toWire(amount), language)
  const { whole, rest, days, of } = numbers
  const part = show(shareOfTurn(numbers))
  const amount = show(recomputeAmount(reason))
  const unit = show(reason.unit)
  return [
    fill(words.short, { whole: show(whole), days: `${days}`, of: `${of}`, part }),
    ...(rest.minor === 0n ? [] : [fill(words.thenWhole, { part, rest: show(rest), unit })]),
    fill(words.price, { unit, quantity: reason.quantity.toString(), amount }),
  ]
}

/** What a price is made of, where it is more than the plan. */
function partSteps({ facts, unit }: LineReason, language: Language): string[] {
  const parts = readParts(facts, unit)
  if (parts.length === 0) return []
  const words = explanationWords[language]
  const show = (amount: Money) => spellAmount(toWire(amount), language)
  const told = parts.map((part) => {
    const count = part.quantity === 1n ? "" : ` × ${part.quantity}`
    return `${part.words[language]} ${show(part.unit)}${count}`
  })
  return [fill(words.parts, { parts: told.join(" + "), sum: show(totalOf(parts, unit)) })]
}

/** What coupons took off the price, where they did. */
function discountSteps({ facts, unit }: LineReason, language: Language): string[] {
  const listMinor = facts?.["listUnitMinor"]
  if (!listMinor) return []
  const words = explanationWords[language]
  const show = (amount: Money) => spellAmount(toWire(amount), language)
  const list = money(BigInt(listMinor), unit.currency)
  const given = {
    list: show(list),
    codes: facts["codes"] ?? "",
    off: show(subtract(list, unit)),
    unit: show(unit),
  }
  return [fill(words.discounted, given)]
}

function taxSteps(facts: ExplanationFacts, line: DocumentLine): string[] {
  const words = explanationWords[facts.language]
  const show = (amount: Money) => spellAmount(toWire(amount), facts.language)
  const [percent, inside] = [percentOf(line.taxRate), percentOf(insideRateOf(line))]
  const group = facts.lines.filter(
    (one) => percentOf(one.taxRate) === percent && percentOf(insideRateOf(one)) === inside,
  )
  const isInstead = facts.taxIncluded && inside !== percent
  const base = group.map(({ net, gross }) => (facts.taxIncluded && !isInstead ? gross : net))
  const { currency } = line.gross
  const given = {
    label: facts.taxLabel[facts.language],
    insideLabel: (facts.tax?.insideLabel ?? facts.taxLabel)[facts.language],
    percent,
    inside,
    base: show(sum(currency, base)),
    tax: show(
      sum(
        currency,
        group.map(({ tax }) => tax),
      ),
    ),
    share: show(line.tax),
    net: show(line.net),
    gross: show(line.gross),
  }
  const why = facts.tax ? sayTax(facts.tax, facts.language) : ""
  const how = isInstead ? words.taxInstead : facts.taxIncluded ? words.taxInside : words.taxOnTop
  return [
    ...(why ? [why] : []),
    fill(how, given),
    ...(group.length > 1 ? [fill(words.share, given)] : []),
    fill(words.result, given),
  ]
}

function fill(words: string, given: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => given[name] ?? whole)
}
