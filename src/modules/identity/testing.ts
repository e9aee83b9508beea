export { noteKeyUse } from "./actor-queries.ts"
export { makeApiKey } from "./api-key.ts"
