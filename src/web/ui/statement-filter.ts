import { currencyCodes } from "#kit/money.ts"
import { textFilter } from "../page-input.ts"

/** Which time and currency the address asks for: the page, the PDF and the CSV take the same. */
export function readStatementFilter(search: URLSearchParams) {
  return {
    accountId: textFilter(search, "account"),
    from: textFilter(search, "from"),
    to: textFilter(search, "to"),
    currency: currencyCodes.find((one) => one === search.get("currency")),
  }
}
