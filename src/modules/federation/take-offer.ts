import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { readWallTime } from "#kit/wall-time.ts"
import { federationRefusals } from "./errors.ts"
import { type Offer, openOffer, PASSAGE_SECONDS } from "./passage.ts"

/** What the browser kept, if it is ours, of this shop, and fresh. */
export async function takeOffer(ctx: Context, keyring: Keyring, text: string): Promise<Offer> {
  const offer = openOffer(keyring, ctx.tenant, text)
  if (!offer) return federationRefusals.refuse("federation.way_back_over", {}, { because: "no seal of ours" })
  const age = (await readWallTime(ctx)).epochMilliseconds - offer.arrivedAt
  return age > PASSAGE_SECONDS * 1_000 ? federationRefusals.refuse("federation.way_back_over") : offer
}
