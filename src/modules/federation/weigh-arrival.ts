import { findPerson, findWayIn } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Departure } from "./passage.ts"
import { type ArrivalStep, planArrival } from "./plan-arrival.ts"
import type { OutsidePerson } from "./provider.ts"

/** What this arrival is worth here, by what the shop knows of the name and the address. */
export async function weighArrival(
  ctx: Context,
  departure: Departure,
  outside: OutsidePerson,
): Promise<ArrivalStep> {
  const { actor } = ctx
  const isOneself = "session" in actor && actor.session !== undefined && !("impersonatedBy" in actor)
  const holder = outside.email ? await findPerson(ctx, outside.email.trim().toLowerCase()) : undefined
  return planArrival({
    errand: departure.errand,
    leftAs: departure.personId,
    leftAt: departure.leftAt,
    signedInAs: isOneself && "personId" in actor ? actor.personId : undefined,
    outside,
    known: await findWayIn(ctx, { providerId: departure.providerId, subject: outside.subject }),
    holder: holder && { personId: holder.id, isConfirmed: holder.emailVerified },
  })
}
