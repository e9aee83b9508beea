import { followRegion } from "./follow-region.ts"

/** The only script of shop pages: keeps the page's living part up to date. All else is plain HTML. */
followRegion()
