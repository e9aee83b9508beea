import type { z } from "zod"
import type { placeProofShape } from "./contract.ts"
import type { placeProofs } from "./tables.ts"

export type PlaceProofView = z.infer<typeof placeProofShape>

export function describePlaceProof(
  row: typeof placeProofs.$inferSelect,
  accountName: string,
): PlaceProofView {
  const { id, accountId, documentId, documentNumber, country, evidence, verdict, createdAt } = row
  const { settledCountry, settledReason, settledAt } = row
  return {
    id,
    accountId,
    accountName,
    documentId,
    documentNumber,
    country,
    evidence: [...evidence],
    verdict,
    at: createdAt.toString(),
    settled:
      settledAt && settledCountry
        ? { country: settledCountry, reason: settledReason ?? "", at: settledAt.toString() }
        : null,
  }
}
