import type { ApiClient } from "../../api-context.ts"
import type { CsvRow } from "../../csv.ts"
import { textFilter } from "../../page-input.ts"
import { pages, type Rows, sum } from "../export-rows.ts"
import { tellValue } from "./coupons.ts"

export function exportCoupons(api: ApiClient, search: URLSearchParams): Rows {
  return pages(
    (page) => api.catalog.coupons.list({ ...page, code: textFilter(search, "code") }),
    (coupon): CsvRow => ({
      id: coupon.id,
      code: coupon.code,
      name: coupon.name,
      state: coupon.state,
      kind: coupon.kind,
      value: tellValue(coupon),
      cycles: coupon.periods,
      uses: coupon.uses,
      mostUses: coupon.mostUses,
      mostPerCustomer: coupon.mostPerCustomer,
      startsOn: coupon.startsOn,
      endsOn: coupon.endsOn,
      createdAt: coupon.createdAt,
    }),
  )
}

/** Of one coupon. */
export function exportRedemptions(api: ApiClient, search: URLSearchParams): Rows {
  return pages(
    (page) => api.catalog.coupons.redemptions({ ...page, id: search.get("coupon") ?? "" }),
    ({ id, orderId, accountId, accountName, arm, amount: off, redeemedAt }) => ({
      id,
      orderId,
      accountId,
      accountName,
      arm,
      ...sum("amount", off),
      redeemedAt,
    }),
  )
}
