import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context, Reach } from "#kit/context.ts"
import { provisioningRefusals } from "./errors.ts"
import { type ProvisioningDoors, sealPlace } from "./means.ts"
import { lockService } from "./queries.ts"
import { credentials } from "./tables.ts"

export interface RevealedCredentials {
  readonly user: string
  readonly password: string
  readonly address: string
  readonly command: string
}

/** On demand and never without a trace: the audit row stands or falls with the answer. */
export async function revealCredentials(
  ctx: Context,
  doors: ProvisioningDoors,
  reach: Reach,
  serviceId: string,
): Promise<RevealedCredentials> {
  const service = await lockService(ctx, reach, serviceId)
  if (service.state !== "active" && service.state !== "suspended") {
    return provisioningRefusals.refuse("provisioning.not_ready", { serviceId, state: service.state })
  }
  const [row] = await ctx.db.select().from(credentials).where(eq(credentials.serviceId, serviceId)).limit(1)
  if (!row) return provisioningRefusals.refuse("provisioning.credentials_missing", { serviceId })
  await recordAudit(ctx, {
    act: "provisioning.credentials-revealed",
    subjectId: serviceId,
    accountId: service.accountId,
  })
  const address = service.addresses[0] ?? service.hostname
  const password = doors.keyring.open(sealPlace.password(ctx.tenant, serviceId), row.sealedPassword)
  return { user: row.userName, password, address, command: `ssh ${row.userName}@${address}` }
}
