export { noteRecurring } from "./note-recurring.ts"
export { analyticsRouter } from "./router.ts"
