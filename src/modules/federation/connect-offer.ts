import { addWayIn, getPerson } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { federationRefusals } from "./errors.ts"
import { takeOffer } from "./take-offer.ts"

/** For a person who has just shown in the way they know who they are, and whose address is the one that was offered. */
export async function connectOffer(
  ctx: Context,
  keyring: Keyring,
  wish: { readonly personId: string; readonly offer: string },
): Promise<void> {
  const { providerId, subject, email } = await takeOffer(ctx, keyring, wish.offer)
  const person = await getPerson(ctx, wish.personId)
  if (person.email !== email) federationRefusals.refuse("federation.somebody_else", { email })
  await addWayIn(ctx, { personId: person.id, providerId, subject })
}
