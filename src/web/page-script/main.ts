import { followRegion } from "./follow-region.ts"
import { offerPasskeys } from "./offer-passkeys.ts"
import { sendFormsInPlace } from "./send-form.ts"

/** The only script of shop pages: forms that keep their place, passkeys, and a living part that keeps up. */
sendFormsInPlace()
offerPasskeys()
followRegion()
