import { catalogRefusals } from "./errors.ts"

interface CouponText {
  readonly kind?: "percent" | "fixed" | "setup"
  readonly percent?: number | null
  readonly amounts?: Readonly<Record<string, string | undefined>>
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** What must be there for it to mean something, each said at its field. */
export function refuseCouponGaps({ kind, percent, amounts, startsOn, endsOn }: CouponText): void {
  const { refuse } = catalogRefusals
  if (kind === "percent" && !percent) refuse("catalog.coupon_value_needed", {}, { field: "percent" })
  if (kind === "fixed" && Object.keys(amounts ?? {}).length === 0) {
    refuse("catalog.coupon_value_needed", {}, { field: "amounts" })
  }
  if (startsOn !== null && endsOn !== null && startsOn > endsOn) {
    refuse("catalog.coupon_days_turned", {}, { field: "endsOn" })
  }
}
