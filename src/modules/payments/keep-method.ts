import { and, eq, isNull } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import type { Keyring } from "#kit/secrets.ts"
import { paymentMethodSaved } from "./events.ts"
import type { KeptMethod } from "./gateways/gateway.ts"
import { listAccountMethods } from "./list-account-methods.ts"
import { methodPlace } from "./open-method.ts"
import { settleDefault } from "./settle-default.ts"
import { paymentMethods } from "./tables.ts"

/**
 * The payer has let us keep this. A card that is left again keeps its line and works anew: what was to be charged to
 * it still is. Called in the transaction that learns of it, which happens once.
 */
export async function keepMethod(
  ctx: Context,
  keyring: Keyring,
  wanted: {
    readonly accountId: string
    readonly endpointId: string
    readonly gateway: string
    readonly method: KeptMethod
  },
): Promise<string> {
  const { accountId, endpointId, gateway, method } = wanted
  const now = ctx.clock.now()
  await listAccountMethods(ctx, { kind: "all" }, accountId, "update")
  const [known] = await ctx.db
    .select({ id: paymentMethods.id, state: paymentMethods.state })
    .from(paymentMethods)
    .where(
      and(
        eq(paymentMethods.accountId, accountId),
        eq(paymentMethods.endpointId, endpointId),
        eq(paymentMethods.fingerprint, method.fingerprint),
        isNull(paymentMethods.removedAt),
      ),
    )
  const id = known?.id ?? ctx.newId("pmt")
  const told = {
    gatewayCustomerId: method.customerId,
    tokenSealed: keyring.seal(methodPlace(ctx, id), method.token),
    brand: method.brand,
    lastFour: method.lastFour,
    country: method.country,
    expiresOn: method.expires?.toPlainDate({ day: method.expires.daysInMonth }) ?? null,
    state: "usable" as const,
    decline: null,
    consentedAt: method.consentedAt,
  }
  if (known) await ctx.db.update(paymentMethods).set(told).where(eq(paymentMethods.id, id))
  else {
    const row = { id, accountId, endpointId, gateway, fingerprint: method.fingerprint, ...told }
    await ctx.db.insert(paymentMethods).values({ ...row, isDefault: false, createdAt: now })
  }
  await settleDefault(ctx, accountId)
  await announce(ctx, paymentMethodSaved, { methodId: id, accountId })
  await recordAudit(ctx, {
    act: "payments.method-saved",
    subjectId: id,
    accountId,
    before: known ? { state: known.state } : null,
    after: { gateway, brand: method.brand, lastFour: method.lastFour, consentedAt: `${method.consentedAt}` },
  })
  return id
}
