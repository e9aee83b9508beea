export { decideReferral } from "./decide-referral.ts"
