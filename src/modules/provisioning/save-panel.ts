import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { ensureQueue } from "#kit/work/queues.ts"
import { provisioningRefusals } from "./errors.ts"
import { drivers, type ProvisioningDoors, sealPlace } from "./means.ts"
import { panels } from "./tables.ts"

export interface PanelWish {
  readonly name: string
  readonly driver: string
  readonly baseUrl: string
  readonly panelUrl: string
  readonly credentials: Readonly<Record<string, string>>
  /** For a panel on our own network, and for the stand-in: private addresses and plain http are let through. */
  readonly allowPrivate?: boolean
  readonly concurrency?: number
  readonly callsPerMinute?: number
  readonly locationIds?: readonly string[]
}

/** Registers a panel with its queue, or changes the one of that name. */
export async function savePanel(
  ctx: Context,
  doors: Pick<ProvisioningDoors, "keyring">,
  wish: PanelWish,
): Promise<{ panelId: string }> {
  const driver = drivers[wish.driver]
  const lacks = driver?.credentialFields.filter((field) => !wish.credentials[field])
  if (!driver || (lacks && lacks.length > 0)) {
    return provisioningRefusals.refuse("provisioning.unknown_driver", { driver: wish.driver })
  }
  const [known] = await ctx.db
    .select({ id: panels.id })
    .from(panels)
    .where(eq(panels.name, wish.name))
    .limit(1)
  const panelId = known?.id ?? ctx.newId("pnl")
  const row = {
    driver: wish.driver,
    name: wish.name,
    baseUrl: wish.baseUrl,
    panelUrl: wish.panelUrl,
    sealedCredentials: doors.keyring.seal(
      sealPlace.panel(ctx.tenant, panelId),
      JSON.stringify(wish.credentials),
    ),
    state: "enabled" as const,
    allowPrivate: wish.allowPrivate ?? false,
    concurrency: wish.concurrency ?? 4,
    callsPerMinute: wish.callsPerMinute ?? 240,
    locationIds: [...(wish.locationIds ?? [])],
  }
  await ctx.db
    .insert(panels)
    .values({ id: panelId, ...row, createdAt: ctx.clock.now() })
    .onConflictDoUpdate({ target: [panels.tenantId, panels.id], set: row })
  await ensureQueue(ctx.db, {
    name: `panel:${panelId}`,
    concurrency: row.concurrency,
    rate: { most: row.callsPerMinute, periodSeconds: 60 },
  })
  await recordAudit(ctx, {
    act: "provisioning.panel-saved",
    subjectId: panelId,
    after: { name: wish.name, driver: wish.driver, baseUrl: wish.baseUrl },
  })
  return { panelId }
}
