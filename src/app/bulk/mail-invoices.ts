import { mailPaperAgain } from "#billing"
import type { BulkAct } from "#desk"

export const mailInvoices: BulkAct = {
  name: "invoices.mail",
  say: { en: "Email invoices again", ko: "거래명세서 다시 발송" },
  warns: {
    en: "Each of them is emailed once more, as a PDF, to the customer and to whoever keeps their books.",
    ko: "각 거래명세서를 PDF로 첨부해 고객과 회계 담당자에게 다시 발송합니다.",
  },
  permission: "billing.papers.mail",
  needsReason: false,
  run: (ctx, id) => mailPaperAgain(ctx, { invoiceId: id }),
}
