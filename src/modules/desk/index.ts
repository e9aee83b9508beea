export type { BulkAct, BulkActs } from "./bulk-act.ts"
export { nameThings } from "./name-things.ts"
export { createDeskRouter } from "./router.ts"
export { deskWork } from "./work.ts"
