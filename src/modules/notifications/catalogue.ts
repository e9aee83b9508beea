import type { Template } from "./template.ts"
import { orderReceived } from "./templates/order-received.ts"
import { paymentDeclined } from "./templates/payment-declined.ts"
import { paymentReceipt } from "./templates/payment-receipt.ts"
import { serviceReady } from "./templates/service-ready.ts"
import { workStuck } from "./templates/work-stuck.ts"

/** Everything we ever say by mail. */
export const templates: readonly Template[] = [
  orderReceived,
  paymentReceipt,
  serviceReady,
  paymentDeclined,
  workStuck,
] as readonly Template[]
