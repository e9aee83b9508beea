export { catalogRefusals } from "./errors.ts"
export {
  getDeliverablePlan,
  getImage,
  getLocation,
  getSellablePlan,
  type SellablePlan,
} from "./get-sellable-plan.ts"
export { listProducts, type PlanView, type Product } from "./queries.ts"
export { type NewPlan, type NewProduct, saveProduct } from "./save-product.ts"
