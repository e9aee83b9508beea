import { orderReceived } from "./order-received.ts"
import { orderRejectedMail } from "./order-rejected.ts"
import { paymentDeclined } from "./payment-declined.ts"
import { paymentReceipt } from "./payment-receipt.ts"
import { serviceReady } from "./service-ready.ts"
import type { Template } from "./template.ts"
import { workStuck } from "./work-stuck.ts"

/** Everything we ever say by mail. */
export const templates: readonly Template[] = [
  orderReceived,
  orderRejectedMail,
  paymentReceipt,
  serviceReady,
  paymentDeclined,
  workStuck,
] as readonly Template[]
