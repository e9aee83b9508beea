import { saveProduct } from "#catalog"
import { createPage, publishPage } from "#content"
import { listProviders, saveProvider } from "#federation"
import { createCustomer, createStaff, hashPassword, saveStaffPolicy } from "#identity"
import type { Context } from "#kit/context.ts"
import { ensureEndpoint } from "#payments"
import { savePanel } from "#provisioning"
import { ensureTenant, findSettings, percentOf, saveSettings } from "#tenancy"
import type { Ground } from "../ground.ts"
import { HOUSE_CLIENT, openMerchant } from "../sandbox.ts"
import { webhookUrl } from "../webhooks.ts"
import type { DemoPage } from "./demo-content.ts"
import { type DemoShop, demoShop, SECOND_FACTOR_AFTER_DAYS, secondDemoShop } from "./demo-tenant.ts"

/** What the stand-ins and the demo company agree on. Sandbox only: production refuses to know it. */
export interface SandboxDoors {
  /** Where the stand-ins answer: "http://localhost:3000/sandbox". */
  readonly sandboxUrl: string
  /** Where people see the shop: "http://localhost:3000". */
  readonly publicUrl: string
  readonly cardApiKey: string
  readonly cardWebhookSecret: string
  /** What the card gateway keeps of charges, in hundredths of a percent; absent: it doesn't say. */
  readonly cardFeeBasisPoints?: number
  readonly virtfusionToken: string
}

/** The company that runs the house: the first tenant there is. What it has written is as old as on the day it is first seen. */
export function openDemoCompany(
  ground: Ground,
  doors: SandboxDoors,
  firstSeen: Temporal.Instant = ground.clock.now(),
): Promise<void> {
  return openDemoShop(ground, doors, { ...demoShop, firstSeen })
}

/** A small second one with a name of its own, so that two shops can be seen at once. */
export function openSecondDemoShop(ground: Ground, doors: SandboxDoors): Promise<void> {
  return openDemoShop(ground, doors, { ...secondDemoShop, firstSeen: ground.clock.now() })
}

/**
 * A demo shop as it opens its doors. The first start plays all of it; later ones keep what its operator has changed
 * and only tell it where the stand-ins are now, for the port may have changed.
 */
async function openDemoShop(ground: Ground, doors: SandboxDoors, shop: OpenedShop): Promise<void> {
  const { tenant, slug, hosts, settings } = shop
  await ground.database.transactAcrossTenants((db) =>
    ensureTenant(db, ground.clock, { id: tenant, slug, hosts }),
  )
  const isFurnished = (await ground.inTenant(tenant, findSettings)) !== undefined
  const passwords = isFurnished ? undefined : await hashPasswords(shop)
  await ground.inTenant(tenant, async (ctx) => {
    const found = await findSettings(ctx)
    if (passwords && !found) await furnish(ctx, shop, passwords)
    const { publicUrl } = doors
    // A shop that has taken another first name by now keeps it.
    if (found && new URL(found.publicUrl).hostname !== new URL(publicUrl).hostname) return
    await saveSettings(ctx, { ...(found ?? settings), publicUrl })
  })
  const { endpointId } = await ground.inTenant(tenant, (ctx) => connectStandIns(ctx, ground, doors))
  await openMerchant(ground, {
    sandboxUrl: doors.sandboxUrl,
    name: settings.name,
    apiKey: doors.cardApiKey,
    webhookUrl: webhookUrl(doors.publicUrl, endpointId),
    webhookSecret: doors.cardWebhookSecret,
    taxPercent: Number(percentOf(settings.taxRate)),
    ...(doors.cardFeeBasisPoints === undefined ? {} : { feeBasisPoints: doors.cardFeeBasisPoints }),
  })
}

interface OpenedShop extends DemoShop {
  readonly firstSeen: Temporal.Instant
}

interface Hashes {
  readonly operator: string
  readonly customers: readonly string[]
}

/** Hashing takes its time on purpose, so it is done before the transaction. */
async function hashPasswords({ operator, customers }: DemoShop): Promise<Hashes> {
  const [first = "", ...others] = await Promise.all(
    [operator, ...customers].map(({ password }) => hashPassword(password)),
  )
  return { operator: first, customers: others }
}

async function furnish(ctx: Context, shop: OpenedShop, hashes: Hashes): Promise<void> {
  await saveSettings(ctx, shop.settings)
  for (const product of shop.products) await saveProduct(ctx, product)
  const firstDay = shop.firstSeen.toZonedDateTimeISO(shop.settings.timeZone).toPlainDate()
  for (const page of shop.pages) await publishDemoPage(ctx, page, firstDay)
  // The demo's operator signs in with a password alone; the pages say so until the duty begins.
  const secondFactorFrom = ctx.clock.now().add({ hours: 24 * SECOND_FACTOR_AFTER_DAYS })
  await saveStaffPolicy(ctx, { needsSecondFactor: true, secondFactorFrom, networks: [] }, undefined)
  const { operator, customers } = shop
  await createStaff(ctx, { ...operator, passwordHash: hashes.operator, role: "operator" })
  for (const [index, customer] of customers.entries()) {
    const passwordHash = hashes.customers[index] ?? ""
    await createCustomer(ctx, { ...customer, passwordHash, isEmailVerified: true })
  }
}

async function publishDemoPage(
  ctx: Context,
  { daysAgo, ...page }: DemoPage,
  firstDay: Temporal.PlainDate,
): Promise<void> {
  const { id } = await createPage(ctx, page)
  await publishPage(ctx, { id, from: firstDay.subtract({ days: daysAgo }).toString(), note: "" })
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
  await connectHouses(ctx, ground, doors.sandboxUrl)
  return endpoint
}

/** Every sign-in elsewhere that the sandbox stands in for; the port may have changed since. */
async function connectHouses(ctx: Context, ground: Ground, sandboxUrl: string): Promise<void> {
  const known = await listProviders(ctx, { kind: "all" })
  for (const [kind, name] of Object.entries(demoHouses)) {
    const url = `${sandboxUrl}/${kind}`
    const before = known.find((one) => one.kind === kind)
    if (before?.baseUrl === url) continue
    await saveProvider(ctx, ground, {
      ...(before ? { id: before.id } : { kind: kind as keyof typeof demoHouses }),
      name: before?.name ?? name,
      clientId: HOUSE_CLIENT.clientId,
      secret: HOUSE_CLIENT.clientSecret,
      baseUrl: url,
      apiUrl: url,
      isOn: before?.isOn ?? true,
    })
  }
}

const demoHouses = {
  google: "Google",
  github: "GitHub",
  kakao: "Kakao",
  naver: "Naver",
  oidc: "Demo directory",
} as const
