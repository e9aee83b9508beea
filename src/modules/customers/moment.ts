import type { Actor } from "#kit/context.ts"
import { momentKinds } from "./timeline-contract.ts"

export type MomentKind = (typeof momentKinds)[number]

/** What else somebody must be allowed to read, to be told of it here. */
const neededFor: Partial<Record<MomentKind, string>> = {
  order: "orders.read",
  payment: "payments.attempts.read",
  document: "billing.invoices.read",
  service: "provisioning.services.read",
  staff: "audit.entries.read",
}

/** Pure: of the kinds asked for, those the reader may see. */
export function kindsFor(actor: Actor, wanted: MomentKind | undefined): MomentKind[] {
  return momentKinds.filter((kind) => {
    const needed = neededFor[kind]
    return (
      (wanted === undefined || wanted === kind) && (needed === undefined || actor.permissions.has(needed))
    )
  })
}
