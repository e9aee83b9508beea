export { actorFromSession } from "./actor-facts.ts"
export { noteKeyUse } from "./actor-queries.ts"
export { isApiKey, makeApiKey } from "./api-key.ts"
export { memberRoles, staffRoles } from "./tables.ts"
