import type { z } from "zod"
import { money, toWire } from "#kit/money.ts"
import type { ListedRequest } from "./list-payment-requests.ts"
import { isPayable, type PaymentRequest } from "./payment-request.ts"
import type { listedRequestShape } from "./request-desk-contract.ts"

export function describeListed(request: ListedRequest | PaymentRequest): z.infer<typeof listedRequestShape> {
  const isToPay = isPayable(request.state)
  return {
    id: request.id,
    number: request.number,
    state: request.state,
    accountId: request.accountId,
    purpose: request.purpose,
    invoiceId: request.invoiceId,
    total: toWire(request.total),
    left: toWire(isToPay ? request.left : money(0n, request.total.currency)),
    createdAt: request.createdAt.toString(),
    dueOn: request.dueOn.toString(),
    note: request.note ?? null,
    purchaseOrder: request.purchaseOrder ?? null,
  }
}
