import type { Context } from "#kit/context.ts"
import type { Keyring, SealPlace } from "#kit/secrets.ts"
import type { MethodSecret } from "./find-method-secret.ts"
import type { KeptMethod } from "./gateways/gateway.ts"

export function methodPlace(of: Pick<Context, "tenant">, methodId: string): SealPlace {
  return { tenant: of.tenant, table: "payments.payment_methods", column: "token", row: methodId }
}

/** What its gateway charges it by, unsealed for one step. Undefined: both have forgotten it. */
export function openMethod(
  of: Pick<Context, "tenant">,
  keyring: Keyring,
  methodId: string,
  secret: MethodSecret | undefined,
): Pick<KeptMethod, "customerId" | "token"> | undefined {
  if (!secret?.tokenSealed || secret.gatewayCustomerId === null) return undefined
  return {
    customerId: secret.gatewayCustomerId,
    token: keyring.open(methodPlace(of, methodId), secret.tokenSealed),
  }
}
