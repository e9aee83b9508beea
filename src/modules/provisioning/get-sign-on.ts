import { and, eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { actorId, type Context } from "#kit/context.ts"
import { provisioningRefusals } from "./errors.ts"
import { type ProvisioningDoors, sealPlace } from "./means.ts"
import { type signOnStates, signOns } from "./tables.ts"

export interface SignOnView {
  readonly state: (typeof signOnStates)[number]
  readonly url: string | null
}

/** Shows the link once; from then on it is used, whatever became of it. */
export async function getSignOn(ctx: Context, doors: ProvisioningDoors, id: string): Promise<SignOnView> {
  const row = await findOwnSignOn(ctx, id)
  if (!row) return provisioningRefusals.refuse("provisioning.sign_on_missing", { id })
  if (row.state !== "ready" || !row.sealedUrl || !row.expiresAt) return { state: row.state, url: null }
  const isTooOld = Temporal.Instant.compare(ctx.clock.now(), row.expiresAt) > 0
  await ctx.db
    .update(signOns)
    .set({ state: isTooOld ? "failed" : "used", sealedUrl: null })
    .where(eq(signOns.id, id))
  if (isTooOld) return { state: "failed", url: null }
  await recordAudit(ctx, { act: "provisioning.sign-on-used", subjectId: row.serviceId })
  return { state: "ready", url: doors.keyring.open(sealPlace.signOn(ctx.tenant, id), row.sealedUrl) }
}

/** Only for who asked: a link of somebody else looks the same as none. */
async function findOwnSignOn(ctx: Context, id: string): Promise<typeof signOns.$inferSelect | undefined> {
  const [row] = await ctx.db
    .select()
    .from(signOns)
    .where(and(eq(signOns.id, id), eq(signOns.askedBy, actorId(ctx.actor))))
    .limit(1)
    .for("update")
  return row
}
