import { changeCases } from "./conformance-change.ts"
import type { ConformanceCase } from "./conformance-checks.ts"
import { createCases } from "./conformance-create.ts"

/** Each case throws when the driver gets it wrong. Names are the rows of the printed table. */
export const conformanceCases: readonly ConformanceCase[] = [...createCases, ...changeCases]
