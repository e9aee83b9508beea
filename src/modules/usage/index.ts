export { recordedUse } from "./count-use.ts"
export { usagePersonalData } from "./personal-data.ts"
export { usageRouter } from "./router.ts"
