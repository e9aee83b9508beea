export { noteKeyUse } from "./actor-queries.ts"
export { isApiKey, makeApiKey } from "./api-key.ts"
