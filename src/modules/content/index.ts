export { createPage, type NewPage } from "./create-page.ts"
export { contentRefusals } from "./errors.ts"
export { publishPage } from "./publish-page.ts"
export { createContentRouter } from "./router.ts"
