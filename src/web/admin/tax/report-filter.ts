import { currencyCodes } from "#kit/money.ts"
import type { ApiClient } from "../../api-context.ts"
import { textFilter } from "../../page-input.ts"

export const taxKindNames = [
  "domestic",
  "oss",
  "reverse_charge",
  "exempt",
  "outside_scope",
  "not_registered",
] as const

/** Which days, and of whom: the same words in every address of the tax report. */
export function readTaxPeriod(search: URLSearchParams) {
  const [from, until] = [textFilter(search, "from"), textFilter(search, "until")]
  return {
    period: textFilter(search, "period"),
    from,
    // Whoever moves the beginning behind the end goes on with that one day, and moves the end next.
    until: from && until && until < from ? from : until,
    legalEntity: textFilter(search, "legalEntity"),
  }
}

/** One row of the report, or all of them. */
export function readTaxRow(
  search: URLSearchParams,
): Parameters<ApiClient["billing"]["taxReport"]["documents"]>[0] {
  const region = search.get("region")
  return {
    ...readTaxPeriod(search),
    kind: taxKindNames.find((one) => one === search.get("kind")),
    country: textFilter(search, "country"),
    // Of a row without a region the empty one is meant.
    ...(region === null ? {} : { region }),
    rate: textFilter(search, "rate"),
    currency: currencyCodes.find((one) => one === search.get("currency")),
  }
}
