import { euCountries } from "#identity"
import type { placeVerdicts } from "./contract.ts"
import type { PlaceEvidence, TaxSnapshot } from "./tax-terms.ts"

export type PlaceVerdict = (typeof placeVerdicts)[number]

/**
 * Whether two pieces of evidence are owed: of a private buyer whom anything places in the EU. Businesses prove their
 * place by their number, the exempt by their certificate, and where one rate is everybody's place decides nothing.
 */
export function asksForProof(
  { ground, place }: Pick<TaxSnapshot, "ground" | "place">,
  evidence: readonly PlaceEvidence[],
): boolean {
  if (!place || ground === "reverse_charge" || ground === "exempt") return false
  return [place, ...evidence].some(({ country }) => euCountries.has(country))
}

/**
 * Two pieces that agree on the country that is charged are enough, unless two others agree on another one (Articles 24b
 * and 24f of Implementing Regulation 282/2011). What staff have decided stands by itself. Pure.
 */
export function judgeEvidence(country: string, evidence: readonly PlaceEvidence[]): PlaceVerdict {
  const decided = evidence.find(({ kind }) => kind === "staff")
  if (decided?.country === country) return "proved"
  const counts = Map.groupBy(evidence, (piece) => piece.country)
  const agreeing = counts.get(country)?.length ?? 0
  const most = Math.max(
    0,
    ...[...counts].filter(([other]) => other !== country).map(([, { length }]) => length),
  )
  if (agreeing >= PIECES && most < PIECES) return "proved"
  return most > 0 ? "contradictory" : "missing"
}

const PIECES = 2
