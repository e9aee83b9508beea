export { revenueCatchUp } from "./revenue-catch-up.ts"
export { revenueRouter } from "./router.ts"
export { sweepRevenue } from "./sweep-revenue.ts"
