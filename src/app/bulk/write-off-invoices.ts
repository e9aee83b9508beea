import { writeOffInvoice } from "#billing"
import type { BulkAct } from "#desk"

export const writeOffInvoices: BulkAct = {
  name: "invoices.write-off",
  say: { en: "Write off as bad debt", ko: "대손 처리" },
  warns: {
    en: "What is still owed by each of them becomes a loss in the books, and nobody is asked for it any more. It can't be taken back.",
    ko: "각 거래명세서의 미결제 금액을 대손으로 처리하고 더 이상 청구하지 않습니다. 되돌릴 수 없습니다.",
  },
  permission: "billing.bad-debts.write",
  needsReason: true,
  isGrave: true,
  only: { state: "open" },
  run: async (ctx, id, { reason }) => {
    await writeOffInvoice(ctx, { id, reason })
  },
}
