import { money } from "#kit/money.ts"
import { readLine } from "./line-rows.ts"
import type { PaymentRequest } from "./payment-request.ts"
import type { paymentRequestLines, paymentRequests } from "./tables.ts"

export type RequestRow = Omit<typeof paymentRequests.$inferSelect, "tenantId" | "leftMinor">
export type RequestLineRow = Omit<typeof paymentRequestLines.$inferSelect, "tenantId">

export function readRequest(row: RequestRow, lines: readonly RequestLineRow[]): PaymentRequest {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    accountId: row.accountId,
    orderId: row.orderId,
    purpose: row.purpose,
    invoiceId: row.invoiceId,
    paidByAttemptId: row.paidByAttemptId,
    net: money(row.netMinor, row.currency),
    tax: money(row.taxMinor, row.currency),
    total: money(row.totalMinor, row.currency),
    fromCredit: money(row.fromCreditMinor, row.currency),
    credited: money(row.creditedMinor, row.currency),
    left: money(row.totalMinor - row.fromCreditMinor - row.creditedMinor, row.currency),
    lines: lines.map((line) => readLine(line, row.currency)),
    createdAt: row.createdAt,
    dueOn: row.dueOn,
    note: row.note,
    purchaseOrder: row.purchaseOrder,
    taxDecision: row.tax,
  }
}
