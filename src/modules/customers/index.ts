export { customerRefusals } from "./errors.ts"
export { customersPersonalData } from "./personal-data.ts"
export { type CustomersRouterOptions, createCustomersRouter } from "./router.ts"
export { searchCustomers } from "./search-customers.ts"
