import type { Context } from "#kit/context.ts"
import type { TaxSnapshot } from "./tax-terms.ts"

/** What a buyer's own request says of where they are goes with the decision; staff and background work say nothing. */
export function seeConnection(ctx: Context, snapshot: TaxSnapshot): TaxSnapshot {
  const { seenIn, actor } = ctx
  const isBuyer =
    actor.kind === "visitor" || actor.kind === "buyer" || (actor.kind === "customer" && !actor.impersonatedBy)
  if (!seenIn || !isBuyer || !snapshot.place) return snapshot
  return { ...snapshot, evidence: [{ kind: "connection", country: seenIn }] }
}
