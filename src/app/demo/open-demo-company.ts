import { saveProduct } from "#catalog"
import { createCustomer, createStaff, hashPassword, saveStaffPolicy } from "#identity"
import type { Context } from "#kit/context.ts"
import { ensureEndpoint } from "#payments"
import { savePanel } from "#provisioning"
import { ensureTenant, findSettings, percentOf, saveSettings } from "#tenancy"
import type { Ground } from "../ground.ts"
import { openMerchant } from "../sandbox.ts"
import { webhookUrl } from "../webhooks.ts"
import { demoHeldProduct, demoProduct } from "./demo-catalog.ts"
import { DEMO_TENANT, demoPeople, demoSettings } from "./demo-tenant.ts"

/** What the stand-ins and the demo company agree on. Sandbox only: production refuses to know it. */
export interface SandboxDoors {
  /** Where the stand-ins answer: "http://localhost:3000/sandbox". */
  readonly sandboxUrl: string
  /** Where people see the shop: "http://localhost:3000". */
  readonly publicUrl: string
  readonly cardApiKey: string
  readonly cardWebhookSecret: string
  readonly virtfusionToken: string
}

/**
 * The demo company as it opens its doors. The first start plays all of it; later ones only tell it where the
 * stand-ins are now, for the port may have changed.
 */
export async function openDemoCompany(ground: Ground, doors: SandboxDoors): Promise<void> {
  await ground.database.transactAcrossTenants((db) =>
    ensureTenant(db, ground.clock, { id: DEMO_TENANT, slug: "demo", hosts: ["localhost", "127.0.0.1"] }),
  )
  const isFurnished = (await ground.inTenant(DEMO_TENANT, findSettings)) !== undefined
  const passwords = isFurnished ? undefined : await hashPasswords()
  await ground.inTenant(DEMO_TENANT, async (ctx) => {
    if (passwords && !(await findSettings(ctx))) await furnish(ctx, passwords)
    await saveSettings(ctx, { ...demoSettings, publicUrl: doors.publicUrl })
  })
  const { endpointId } = await ground.inTenant(DEMO_TENANT, (ctx) => connectStandIns(ctx, ground, doors))
  await openMerchant(ground, {
    sandboxUrl: doors.sandboxUrl,
    name: demoSettings.name,
    apiKey: doors.cardApiKey,
    webhookUrl: webhookUrl(doors.publicUrl, endpointId),
    webhookSecret: doors.cardWebhookSecret,
    taxPercent: Number(percentOf(demoSettings.taxRate)),
  })
}

/** Hashing takes its time on purpose, so it is done before the transaction. */
async function hashPasswords() {
  const [operator, english, korean] = await Promise.all([
    hashPassword(demoPeople.operator.password),
    hashPassword(demoPeople.english.password),
    hashPassword(demoPeople.korean.password),
  ])
  return { operator, english, korean }
}

async function furnish(ctx: Context, passwords: Awaited<ReturnType<typeof hashPasswords>>): Promise<void> {
  await saveSettings(ctx, demoSettings)
  await saveProduct(ctx, demoProduct)
  await saveProduct(ctx, demoHeldProduct)
  // The demo's operator signs in with a password alone; the pages say so until the duty begins.
  const secondFactorFrom = ctx.clock.now().add({ hours: 24 * 365 })
  await saveStaffPolicy(ctx, { needsSecondFactor: true, secondFactorFrom, networks: [] }, undefined)
  const { operator, english, korean } = demoPeople
  await createStaff(ctx, { ...operator, passwordHash: passwords.operator, language: "en", role: "operator" })
  await createCustomer(ctx, { ...english, passwordHash: passwords.english, language: "en", country: "DE" })
  await createCustomer(ctx, { ...korean, passwordHash: passwords.korean, language: "ko", country: "KR" })
}

async function connectStandIns(
  ctx: Context,
  ground: Ground,
  doors: SandboxDoors,
): Promise<{ endpointId: string }> {
  const endpoint = await ensureEndpoint(ctx, ground.keyring, {
    gateway: "sandbox-card",
    baseUrl: `${doors.sandboxUrl}/card`,
    returnUrl: `${doors.publicUrl}/pay/{attemptId}/return`,
    apiKey: doors.cardApiKey,
    webhookSecret: doors.cardWebhookSecret,
  })
  await savePanel(ctx, ground, {
    name: "Demo VPS panel",
    driver: "virtfusion",
    baseUrl: `${doors.sandboxUrl}/virtfusion`,
    panelUrl: `${doors.sandboxUrl}/virtfusion`,
    credentials: { token: doors.virtfusionToken },
    allowPrivate: true,
  })
  return endpoint
}
