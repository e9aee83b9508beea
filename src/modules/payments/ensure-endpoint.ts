import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { sealPlace } from "./open-gateway.ts"
import { type Endpoint, findEndpoint } from "./queries.ts"
import { endpoints } from "./tables.ts"

export interface WantedEndpoint {
  readonly gateway: string
  readonly baseUrl: string
  /** Where payers come back to, with "{attemptId}" in it. */
  readonly returnUrl: string
  readonly apiKey: string
  readonly webhookSecret: string
}

/** A merchant account at a gateway. May run at every start: what is the same already is left alone. */
export async function ensureEndpoint(
  ctx: Context,
  keyring: Keyring,
  wanted: WantedEndpoint,
): Promise<{ endpointId: string }> {
  const known = await findEndpoint(ctx, { kind: "all" }, { gateway: wanted.gateway })
  if (known && isSame(ctx, keyring, known, wanted)) return { endpointId: known.id }
  const id = known?.id ?? ctx.newId("wep")
  const row = {
    state: "enabled" as const,
    baseUrl: wanted.baseUrl,
    returnUrl: wanted.returnUrl,
    apiKeySealed: keyring.seal(sealPlace(ctx, id, "api_key"), wanted.apiKey),
    webhookSecretSealed: keyring.seal(sealPlace(ctx, id, "webhook_secret"), wanted.webhookSecret),
  }
  if (known) await ctx.db.update(endpoints).set(row).where(eq(endpoints.id, id))
  else {
    await ctx.db.insert(endpoints).values({ id, gateway: wanted.gateway, ...row, createdAt: ctx.clock.now() })
  }
  await recordAudit(ctx, {
    act: "payments.endpoint-saved",
    subjectId: id,
    before: known ? { baseUrl: known.baseUrl, returnUrl: known.returnUrl } : null,
    after: { gateway: wanted.gateway, baseUrl: wanted.baseUrl, returnUrl: wanted.returnUrl },
  })
  return { endpointId: id }
}

function isSame(ctx: Context, keyring: Keyring, known: Endpoint, wanted: WantedEndpoint): boolean {
  return (
    known.state === "enabled" &&
    known.baseUrl === wanted.baseUrl &&
    known.returnUrl === wanted.returnUrl &&
    known.apiKeySealed !== null &&
    known.webhookSecretSealed !== null &&
    keyring.open(sealPlace(ctx, known.id, "api_key"), known.apiKeySealed) === wanted.apiKey &&
    keyring.open(sealPlace(ctx, known.id, "webhook_secret"), known.webhookSecretSealed) ===
      wanted.webhookSecret
  )
}
