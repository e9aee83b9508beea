import type { z } from "zod"
import type { operationCallShape, operationDetailShape } from "#operations/contract"

export type Operation = z.output<typeof operationDetailShape>
export type OperationStep = Operation["steps"][number]
export type OperationCall = z.output<typeof operationCallShape>
