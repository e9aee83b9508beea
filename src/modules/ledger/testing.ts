export { planTransfer } from "./plan-transfer.ts"
