export { noteReferral } from "./note-referral.ts"
export { referralsPersonalData } from "./personal-data.ts"
export { referralsRouter } from "./router.ts"
export { sweepReferrals } from "./sweep-referrals.ts"
