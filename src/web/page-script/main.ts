import { followRegion } from "./follow-region.ts"
import { sendFormsInPlace } from "./send-form.ts"

/** The only script of shop pages: forms that keep their place, and a living part that keeps up. */
sendFormsInPlace()
followRegion()
