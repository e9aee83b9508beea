import { randomBytes } from "node:crypto"
import { recordAudit } from "#audit"
import { createStaff, hashPassword, liftAccess } from "#identity"
import type { Context } from "#kit/context.ts"
import { type Currency, currencyCodes, type Rate } from "#kit/money.ts"
import { listTenants, openTenant, saveSettings, type TenantSettings } from "#tenancy"
import { CliRefusal, type Doors, whoTypes } from "./doors.ts"
import { type Output, printTable } from "./output.ts"

export interface ShopWish {
  readonly slug: string
  readonly url: string
  readonly name: string
  readonly operator: string
  readonly currency: string
  readonly timeZone: string
  readonly country: string
  readonly tax: string
}

/** A shop that people can come to, and the first of its staff: what a house without a demo begins with. */
export async function openShop(doors: Doors, output: Output, wish: ShopWish): Promise<void> {
  const settings = readSettings(wish)
  const host = new URL(settings.publicUrl).hostname
  const password = randomBytes(15).toString("base64url")
  const passwordHash = await hashPassword(password)
  await doors.withGround(async (ground) => {
    const id = ground.newId("ten")
    const opened = await ground.database.transactAcrossTenants((db) =>
      openTenant(db, ground.clock, { id, slug: wish.slug, host }),
    )
    if (!opened) throw new CliRefusal(`${wish.slug} or ${host} is a shop already: hostwell shop list.`)
    const furnish = async (ctx: Context) => {
      await saveSettings(ctx, settings)
      const person = { name: wish.operator, email: wish.operator, passwordHash, language: "en" } as const
      await createStaff(ctx, { ...person, role: "operator" })
      const after = { url: settings.publicUrl, operator: wish.operator }
      await recordAudit(ctx, { act: "tenancy.shop-opened", subjectId: id, after })
    }
    await ground.inTenant(id, furnish, { actor: whoTypes() })
  })
  output.line(`${settings.name} is open at ${settings.publicUrl}.`)
  output.line(`Sign in at ${settings.publicUrl}/sign-in as ${wish.operator} with ${password}`)
  output.line("The password is not shown again.")
}

export async function listShops(doors: Doors, output: Output): Promise<void> {
  const shops = await doors.withGround((ground) => ground.database.transactAcrossTenants(listTenants))
  if (shops.length === 0) output.line("None. Open one: hostwell shop open --help")
  else
    printTable(
      output,
      ["shop", "state", "id"],
      shops.map(({ slug, state, id }) => [slug, state, id]),
    )
}

/** For whoever stands at the machine: the proxy's settings have changed, and nobody comes through it any more. */
export async function liftShopAccess(
  doors: Doors,
  output: Output,
  { shop }: { readonly shop?: string },
): Promise<void> {
  await doors.inShop(shop, (ctx) => liftAccess(ctx))
  output.line("Staff come in without Cloudflare Access until it is set up anew.")
}

function readSettings(wish: ShopWish): TenantSettings {
  const currency = findCurrency(wish.currency)
  return {
    name: wish.name,
    defaultLanguage: wish.country === "KR" ? "ko" : "en",
    currencies: [currency],
    defaultCurrency: currency,
    timeZone: checkTimeZone(wish.timeZone),
    publicUrl: checkOrigin(wish.url),
    taxIncluded: true,
    taxRate: readPercent(wish.tax),
    taxLabel: { en: "VAT", ko: "부가세" },
    seller: {
      legalName: wish.name,
      representative: "",
      addressLines: [],
      country: checkCountry(wish.country),
      registrationNumber: "",
      taxId: "",
      mailOrderNumber: null,
      email: checkMail(wish.operator),
      phone: "",
    },
    legalEntityId: checkSlug(wish.slug),
    isDemo: false,
  }
}

function checkSlug(slug: string): string {
  if (/^[a-z][a-z0-9-]{1,39}$/.test(slug)) return slug
  throw new CliRefusal("A shop's short name is 2 to 40 small letters, digits and hyphens: example-hosting.")
}

function checkOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "") return url.origin
  throw new CliRefusal("--url is where people see the shop, without a path: https://shop.example.com")
}

function checkMail(text: string): string {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text
  throw new CliRefusal("--operator is an e-mail address: the first operator signs in with it.")
}

function checkCountry(text: string): string {
  if (/^[A-Z]{2}$/.test(text)) return text
  throw new CliRefusal("--country is two capital letters: DE, KR.")
}

function checkTimeZone(text: string): string {
  if (Intl.supportedValuesOf("timeZone").includes(text) || text === "UTC") return text
  throw new CliRefusal("--time-zone is a name like Europe/Berlin or Asia/Seoul.")
}

function findCurrency(text: string): Currency {
  const found = currencyCodes.find((code) => code === text)
  if (found) return found
  throw new CliRefusal(`--currency is one of ${currencyCodes.join(", ")}.`)
}

/** "19", "7.7": as a fraction of two whole numbers, exact. */
function readPercent(text: string): Rate {
  const parts = /^(\d{1,2})(?:\.(\d{1,4}))?$/.exec(text)
  if (!parts) throw new CliRefusal("--tax is percent: 10, 19, 7.7, or 0.")
  const [, whole = "", rest = ""] = parts
  return { numerator: BigInt(whole + rest), denominator: 100n * 10n ** BigInt(rest.length) }
}
