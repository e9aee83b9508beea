import { type Actor, barredBy } from "../context.ts"
import { requestRefusals } from "./errors.ts"

/** Who may call a procedure. Every procedure states one; a table of all of them is checked in the tests. */
export type Permit =
  | { readonly kind: "permission"; readonly permission: string }
  | { readonly kind: "everyone"; readonly reason: string }

/** Only actors whose roles hold this permission: "billing.invoices.read". */
export function permit(permission: string): Permit {
  return { kind: "permission", permission }
}

/** Anyone, signed in or not, for a reason that is written down. */
export function permitEveryone(reason: string): Permit {
  return { kind: "everyone", reason }
}

/**
 * What everyone may do is about the caller as a person: to sign up, to accept, to order. Staff who act as a customer
 * may look at it and change none of it; for the rest they hold what impersonation leaves them.
 */
export function refuseImpersonated(wanted: Permit, actor: Actor, isWriting: boolean): void {
  const isActing = actor.kind === "customer" && actor.impersonatedBy !== undefined
  if (!isActing || !isWriting || wanted.kind !== "everyone") return
  requestRefusals.refuse("request.not_allowed", {}, { because: "staff acting as a customer" })
}

/** Staff who have something to put right first change nothing but what puts it right. */
export function refuseBarred(wanted: Permit, actor: Actor, isWriting: boolean): void {
  const barred = barredBy(actor)
  if (barred && isWriting && wanted.kind === "everyone") throw barred
}

export function checkPermit(wanted: Permit, actor: Actor): void {
  if (wanted.kind === "everyone" || actor.permissions.has(wanted.permission)) return
  if (actor.kind === "visitor" || actor.kind === "buyer") requestRefusals.refuse("request.sign_in_needed")
  const barred = barredBy(actor)
  if (barred) throw barred
  requestRefusals.refuse("request.not_allowed", { permission: wanted.permission })
}
