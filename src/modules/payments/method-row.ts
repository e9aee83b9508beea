import { inArray } from "drizzle-orm"
import type { Reach } from "#kit/context.ts"
import type { SavedMethod } from "./method.ts"
import { paymentMethods } from "./tables.ts"

export function isMethodWithin(reach: Reach) {
  return reach.kind === "accounts" ? inArray(paymentMethods.accountId, [...reach.accountIds]) : undefined
}

/** Without what only its gateway is told. */
export function readMethod(row: typeof paymentMethods.$inferSelect): SavedMethod {
  const { tenantId: _, gatewayCustomerId: __, tokenSealed: ___, fingerprint: ____, ...method } = row
  return method
}
