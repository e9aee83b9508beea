import type { Actor } from "../context.ts"
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

export function checkPermit(wanted: Permit, actor: Actor): void {
  if (wanted.kind === "everyone" || actor.permissions.has(wanted.permission)) return
  if (actor.kind === "visitor" || actor.kind === "buyer") requestRefusals.refuse("request.sign_in_needed")
  requestRefusals.refuse("request.not_allowed", { permission: wanted.permission })
}
