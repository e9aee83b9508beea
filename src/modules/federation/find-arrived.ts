import { findWayIn } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { federationRefusals } from "./errors.ts"
import { takeOffer } from "./take-offer.ts"

/** Whom an offer signs in, after it was connected or made an account of. */
export async function findArrived(
  ctx: Context,
  keyring: Keyring,
  offer: string,
): Promise<{ personId: string; email: string; returnTo: string }> {
  const { providerId, subject, returnTo } = await takeOffer(ctx, keyring, offer)
  const known = await findWayIn(ctx, { providerId, subject })
  return known ? { ...known, returnTo } : federationRefusals.refuse("federation.way_back_over")
}
