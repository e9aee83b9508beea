import { withdrawOpenRequest } from "#billing"
import type { BulkAct } from "#desk"

export const withdrawRequests: BulkAct = {
  name: "requests.withdraw",
  say: { en: "Withdraw payment requests", ko: "청구서 철회" },
  warns: {
    en: "None of them can be paid any more; money that still arrives is sent back. An order that waits for one is cancelled.",
    ko: "각 청구서는 더 이상 결제할 수 없으며, 이후 입금되는 금액은 환불됩니다. 결제를 기다리던 주문은 취소됩니다.",
  },
  permission: "billing.payment-requests.write",
  needsReason: true,
  isGrave: true,
  only: { state: "open" },
  run: (ctx, id, { reason }) => withdrawOpenRequest(ctx, { id, reason }),
}
