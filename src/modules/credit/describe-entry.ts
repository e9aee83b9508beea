import type { z } from "zod"
import { money, toWire } from "#kit/money.ts"
import type { creditEntryShape } from "./contract.ts"
import type { creditEntries } from "./tables.ts"

export type CreditEntry = z.infer<typeof creditEntryShape>

export function describeEntry(
  row: Omit<typeof creditEntries.$inferSelect, "tenantId" | "byId">,
): CreditEntry {
  return {
    id: row.id,
    accountId: row.accountId,
    kind: row.kind,
    cause: row.cause,
    amount: toWire(money(row.amountMinor, row.currency)),
    reason: row.reason,
    reference: row.reference,
    at: row.createdAt.toString(),
  }
}
