export { alertStaff } from "./alert-staff.ts"
export type { WorkTitles } from "./describe-operation.ts"
export { moveOperation, type OperationMove } from "./move-operation.ts"
export { createOperationsRouter, type OperationsDoors } from "./router.ts"
