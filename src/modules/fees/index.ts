export { chargeLateFees } from "./charge-late-fees.ts"
export { lateFeeCharged } from "./events.ts"
export { feesPersonalData } from "./personal-data.ts"
export { feesRouter } from "./router.ts"
