import type { Actor } from "#kit/context.ts"
import { type Closure, tenancyRefusals } from "#tenancy"

export interface ClosedCall {
  readonly path: readonly string[]
  readonly isWriting: boolean
}

/** What a page needs to say that the shop is closed, and staff to come in and see why. */
const ALWAYS = [
  "tenancy.shop.get",
  "tenancy.brand.",
  "identity.me.",
  "identity.passwords.",
  "identity.links.",
]

/**
 * A suspended shop sells nothing and changes nothing for its customers. Staff go on: orders that are paid and machines
 * that are being built need somebody to look after them.
 */
export function refuseWhileClosed(
  caller: { readonly closure?: Closure | null; readonly resolved: { readonly actor: Actor } },
  { path, isWriting }: ClosedCall,
): void {
  const { closure = null, resolved } = caller
  const { kind } = resolved.actor
  if (closure === null || kind === "staff" || kind === "system") return
  const name = path.join(".")
  if (ALWAYS.some((allowed) => name.startsWith(allowed))) return
  // Whoever has an account can see to its safety, and read what is theirs.
  if (closure === "read_only" && kind === "customer" && (!isWriting || name.startsWith("identity."))) return
  tenancyRefusals.refuse("tenancy.shop_closed", {}, { because: `${name} while ${closure}` })
}
