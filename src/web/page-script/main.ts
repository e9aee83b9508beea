import { endTourByEscape } from "./end-tour.ts"
import { followRegion } from "./follow-region.ts"
import { followSetup } from "./follow-setup.ts"
import { offerPasskeys } from "./offer-passkeys.ts"
import { sendFormsInPlace } from "./send-form.ts"

/** The only script of shop pages: forms that keep their place, passkeys, prices that follow, and a living part that keeps up. */
sendFormsInPlace()
offerPasskeys()
followSetup()
followRegion()
endTourByEscape()
