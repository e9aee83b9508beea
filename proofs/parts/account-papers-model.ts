import { dayOf, halfUp } from "#billing/testing"
import { amountOf, type Wrong } from "./account-count.ts"
import type { SeenPaper, ShopRules } from "./account-seen.ts"

/** Of one legal entity's papers, in the order in which they were issued: what is wrong with their numbers, days and tax. */
export function checkPapers(rules: ShopRules, papers: readonly SeenPaper[]): Wrong[] {
  const series = Map.groupBy(papers, ({ kind }) => kind)
  const taxed = papers.filter(({ kind }) => kind === "invoice").flatMap((paper) => checkTax(rules, paper))
  return [...[...series.values()].flatMap(checkNumbers), ...papers.flatMap(checkSums), ...taxed]
}

function checkNumbers(papers: readonly SeenPaper[]): Wrong[] {
  return papers.flatMap((paper, index) => {
    const before = papers[index - 1]
    const name = `${paper.kind} ${paper.year}/${paper.sequence}`
    const isFirst = before?.year !== paper.year
    const words: string[] = []
    if (paper.sequence !== (isFirst ? 1 : (before?.sequence ?? 0) + 1))
      words.push(`${name} leaves a number out`)
    if (before && paper.year < before.year) words.push(`${name} goes back to an earlier year`)
    if (before && dayOf(paper.issuedOn) < dayOf(before.issuedOn))
      words.push(`${name} is before its predecessor`)
    return words.map((one) => ({ about: "numbers" as const, words: one }))
  })
}

function checkSums({ kind, year, sequence, lines, net, tax, total }: SeenPaper): Wrong[] {
  const sumOf = (side: "net" | "tax" | "gross") => lines.reduce((sum, line) => sum + line[side], 0n)
  const isSum =
    sumOf("net") === net && sumOf("tax") === tax && sumOf("gross") === total && net + tax === total
  return isSum && lines.every((line) => line.net + line.tax === line.gross)
    ? []
    : [{ about: "amounts", words: `${kind} ${year}/${sequence} is not the sum of its lines` }]
}

/** Once for the whole paper, half up, and each line bears its share to the next whole unit. */
function checkTax(rules: ShopRules, { kind, year, sequence, lines, tax }: SeenPaper): Wrong[] {
  const { numerator, denominator } = rules.taxRate
  const divisor = rules.taxIncluded ? denominator + numerator : denominator
  const shown = lines.reduce((sum, line) => sum + amountOf(rules, line), 0n)
  if (tax !== halfUp(shown * numerator, divisor))
    return [{ about: "taxes", words: `${kind} ${year}/${sequence} has a tax of ${tax}` }]
  const off = lines.filter((line) => {
    const distance = line.tax * shown - tax * amountOf(rules, line)
    return shown > 0n && (distance >= shown || -distance >= shown)
  })
  return off.map((line) => ({
    about: "taxes",
    words: `a line of ${kind} ${year}/${sequence} bears ${line.tax} of ${tax}`,
  }))
}
