import { addWayIn, type JoinWish, joinPerson } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { takeOffer } from "./take-offer.ts"

/** Somebody who was never here: the house has confirmed the address, so they are a customer with that way in. */
export async function joinByOffer(
  ctx: Context,
  keyring: Keyring,
  wish: Omit<JoinWish, "email"> & { readonly offer: string },
): Promise<void> {
  const { offer, ...join } = wish
  const { providerId, subject, email } = await takeOffer(ctx, keyring, offer)
  const personId = await joinPerson(ctx, { ...join, email })
  await addWayIn(ctx, { personId, providerId, subject, isFirst: true })
}
