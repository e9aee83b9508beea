export { noticesPersonalData } from "./personal-data.ts"
export { noticesRouter } from "./router.ts"
