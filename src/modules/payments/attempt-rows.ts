import { money } from "#kit/money.ts"
import type { Attempt } from "./attempt.ts"
import type { attempts } from "./tables.ts"

export function readAttempt(row: typeof attempts.$inferSelect): Attempt {
  return {
    id: row.id,
    reference: row.reference,
    accountId: row.accountId,
    endpointId: row.endpointId,
    gateway: row.gateway,
    amount: money(row.amountMinor, row.currency),
    description: row.description,
    language: row.language,
    methodId: row.methodId,
    asksToKeep: row.asksToKeep,
    state: row.state,
    checkoutId: row.checkoutId,
    redirectUrl: row.redirectUrl,
    expiresAt: row.expiresAt,
    chargeId: row.chargeId,
    taxMinor: row.taxMinor,
    feeMinor: row.feeMinor,
    payerCountry: row.payerCountry,
    decline: row.decline,
    createdAt: row.createdAt,
    claimedAt: row.claimedAt,
    settledAt: row.settledAt,
  }
}
