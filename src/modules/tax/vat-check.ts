import { z } from "zod"
import type { vatStates } from "./vat-contract.ts"

export type VatState = (typeof vatStates)[number]

/** What one question brought. A service that can't say has not said "invalid". */
export const viesAnswer = z.object({
  verdict: z.enum(["valid", "invalid", "unknown"]),
  /** Their number of this question: the proof that it was asked. Only where somebody asked in a name of their own. */
  consultation: z.string().nullable(),
  requester: z.string().nullable(),
  requestDate: z.string().nullable(),
  traderName: z.string().nullable(),
  traderAddress: z.string().nullable(),
  trouble: z.string().nullable(),
})
export type ViesAnswer = z.infer<typeof viesAnswer>
