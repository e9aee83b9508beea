import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { BANK_TRANSFER } from "./bank-transfer.ts"
import { findEndpoint } from "./queries.ts"
import { endpoints } from "./tables.ts"

/** The shop's own bank account, as what attempts point at: it has no address, no key and sends no notices. */
export async function ensureBankEndpoint(ctx: Context): Promise<{ readonly endpointId: string }> {
  const known = await findEndpoint(ctx, { kind: "all" }, { gateway: BANK_TRANSFER })
  if (known) return { endpointId: known.id }
  const id = ctx.newId("wep")
  const written = await ctx.db
    .insert(endpoints)
    .values({
      id,
      gateway: BANK_TRANSFER,
      state: "enabled",
      baseUrl: "",
      returnUrl: "",
      apiKeySealed: null,
      webhookSecretSealed: null,
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing()
    .returning({ id: endpoints.id })
  // Two first transfers at once: the other one made it.
  if (written.length === 0) return ensureBankEndpoint(ctx)
  await recordAudit(ctx, {
    act: "payments.endpoint-saved",
    subjectId: id,
    after: { gateway: BANK_TRANSFER },
  })
  return { endpointId: id }
}
