export { revenueRouter } from "./router.ts"
export { sweepRevenue } from "./sweep-revenue.ts"
