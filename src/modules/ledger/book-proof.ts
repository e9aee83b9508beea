import type { z } from "zod"
import type { bookProofShape } from "./contract.ts"

export type BookProof = z.infer<typeof bookProofShape>
export type BookFinding = BookProof["findings"][number]
