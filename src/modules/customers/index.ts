export { customerRefusals } from "./errors.ts"
export { type CustomersRouterOptions, createCustomersRouter } from "./router.ts"
export { searchCustomers } from "./search-customers.ts"
