import { endCoupon } from "#catalog"
import type { BulkAct } from "#desk"

export const endCoupons: BulkAct = {
  name: "coupons.end",
  say: { en: "Switch coupons off", ko: "쿠폰 사용 중지" },
  warns: {
    en: "Nobody can use them from then on. Whoever has used one keeps what it gave.",
    ko: "선택한 쿠폰은 더 이상 사용할 수 없습니다. 이미 사용한 고객의 할인은 그대로 유지됩니다.",
  },
  permission: "catalog.coupons.write",
  needsReason: false,
  run: (ctx, id) => endCoupon(ctx, id),
}
