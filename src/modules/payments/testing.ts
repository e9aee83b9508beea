import { serve } from "@hono/node-server"
import { Hono } from "hono"
import { createCustomer } from "#identity"
import type { Context } from "#kit/context.ts"
import { money } from "#kit/money.ts"
import { createOutside, type Outside } from "#kit/outside/outside.ts"
import { Refusal } from "#kit/refusal.ts"
import { createKeyring, type Keyring } from "#kit/secrets.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { createMemoryRunner } from "#kit/work/memory-runner.ts"
import { type CardOptions, createCard, ensureMerchant, sendDueNotices, withBooks } from "#sandbox/card.ts"
import { ensureTenant, saveSettings, type TenantSettings } from "#tenancy"
import { ensureEndpoint } from "./ensure-endpoint.ts"
import { getSetup } from "./get-setup.ts"
import { receiveWebhook } from "./receive-webhook.ts"
import { startSetup } from "./start-setup.ts"
import { createPaymentWork } from "./work.ts"

export const TENANT = "ten_test"
const API_KEY = "sk_test_of_the_stand_in"
const WEBHOOK_SECRET = "whsec_of_the_stand_in"

/** A shop with one customer and the card gateway's stand-in, over real sockets, on a database of its own. */
export interface PaymentsTest extends AsyncDisposable {
  readonly at: TestDatabase
  readonly accountId: string
  readonly endpointId: string
  readonly keyring: Keyring
  readonly outside: Outside
  readonly card: CardOptions
  inShop<Result>(body: (ctx: Context) => Promise<Result>): Promise<Result>
  /** Plays all work that can be played; with `until`, moving the clock up to there. */
  play(until?: Temporal.Instant): Promise<void>
  /** Lets the stand-in send what it has to say, and says how often it did. */
  sendNotices(): Promise<number>
  /** A payer at the hosted page: where the browser is sent afterwards, and what it saw. */
  payAt(url: string, form: Readonly<Record<string, string>>): Promise<Response>
  setFault(call: string, fault: string, more?: { remaining?: number | null; delayMs?: number }): Promise<void>
  clearFaults(): Promise<void>
}

export async function openPaymentsTest(
  more: {
    readonly settings?: Partial<TenantSettings>
    readonly seed?: number
    readonly onStatement?: (text: string) => void
  } = {},
): Promise<PaymentsTest> {
  const { onStatement } = more
  const watched = onStatement === undefined ? {} : { onStatement }
  const at = await testDatabase({ runner: "memory", maxConnections: 20, ...watched })
  const keyring = createKeyring({ current: "k1", keys: { k1: new Uint8Array(32).fill(7) } })
  const outside = createOutside({
    userAgent: "Hostwell tests",
    random: () => 0,
    pause: () => Promise.resolve(),
  })
  const server = await openServer(at, keyring)
  const card: CardOptions = { database: at.database, clock: at.clock, baseUrl: `${server.url}/sandbox/card` }
  server.mount(createCard(card))
  const { accountId, endpointId } = await openShop(at, keyring, server.url, more.settings)
  await withBooks(card, (books) =>
    ensureMerchant(books, {
      name: "Test shop",
      apiKey: API_KEY,
      webhookUrl: `${server.url}/webhooks/${endpointId}`,
      webhookSecret: WEBHOOK_SECRET,
      taxPercent: 10,
    }),
  )
  const runner = createMemoryRunner({
    database: at.database,
    clock: at.clock,
    newId: at.newId,
    log: { debug() {}, info() {}, warn() {}, error() {}, child: () => at.log },
    kinds: createPaymentWork({ outside, keyring }),
    seed: more.seed ?? 1,
    // A call that never answers is let go after this: long enough for a busy machine.
    callTimeoutSeconds: 1.5,
  })
  return {
    at,
    accountId,
    endpointId,
    keyring,
    outside,
    card,
    inShop: (body) => at.inTenant(TENANT, body),
    play: async (until) => void (await runner.playOut(until ? { until } : {})),
    sendNotices: () => sendDueNotices({ ...card, outside }, 1_000),
    payAt: (url, form) => fetch(url, { method: "POST", body: new URLSearchParams(form), redirect: "manual" }),
    setFault: async (call, fault, { remaining = 1, delayMs = 50 } = {}) => {
      const answer = await fetch(`${card.baseUrl}/control/faults`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ call, fault, remaining, delayMs }),
      })
      if (!answer.ok) throw new Error(await answer.text())
    },
    clearFaults: async () => {
      const answer = await fetch(`${card.baseUrl}/control/faults`, { method: "DELETE" })
      if (!answer.ok) throw new Error(await answer.text())
    },
    [Symbol.asyncDispose]: async () => {
      await runner.stop()
      await server.close()
      await outside.close()
      await at.drop()
    },
  }
}

/** As the person whose account it is. */
export function asPayer(ctx: Context, accountId: string): Context {
  const permissions = new Set(["payments.methods.read", "payments.methods.write"])
  return { ...ctx, actor: { kind: "customer", personId: "per_x", accountIds: [accountId], permissions } }
}

export const keptCards = {
  approved: "4242424242424242",
  asksEachTime: "4000002760003184",
  upTo: "4000002500003220",
  soft: "4000000000000341",
  once: "4000000000007015",
  repetition: "4000000000007056",
  lost: "4000000000009987",
  expired: "4000000000007023",
  silent: "4000000000007031",
} as const

/** At the gateway's page for it: opened by us, finished there, heard of by its notice. The id of the page. */
export async function leaveCard(
  shop: PaymentsTest,
  { card = keptCards.approved, accountId = shop.accountId }: { card?: string; accountId?: string } = {},
): Promise<string> {
  const wish = { accountId, gateway: "sandbox-card" }
  const { id } = await shop.inShop((ctx) => startSetup(asPayer(ctx, accountId), wish))
  await shop.play(shop.at.clock.now().add({ minutes: 20 }))
  const { redirectUrl } = await shop.inShop((ctx) => getSetup(ctx, { kind: "all" }, id))
  await shop.payAt(redirectUrl ?? "", { card })
  if (card === keptCards.asksEachTime || card === keptCards.upTo)
    await shop.payAt(`${redirectUrl}/challenge`, { answer: "approve" })
  await shop.sendNotices()
  await shop.play()
  return id
}

export const testAmount = money(11_000n, "KRW")

const testSettings: TenantSettings = {
  name: "Test shop",
  defaultLanguage: "en",
  currencies: ["KRW", "EUR"],
  defaultCurrency: "KRW",
  timeZone: "Asia/Seoul",
  publicUrl: "http://localhost:3000",
  taxIncluded: true,
  taxRate: { numerator: 10n, denominator: 100n },
  taxLabel: { en: "VAT", ko: "부가세" },
  seller: {
    legalName: "Test Hosting",
    representative: "Test Person",
    addressLines: ["1 Test Street"],
    country: "KR",
    registrationNumber: "110111-0000000",
    taxId: "000-00-00000",
    mailOrderNumber: null,
    email: "billing@test.invalid",
    phone: "02-000-0000",
  },
  legalEntityId: "test-hosting",
  isDemo: true,
}

async function openShop(
  at: TestDatabase,
  keyring: Keyring,
  url: string,
  settings: Partial<TenantSettings> = {},
) {
  await at.database.transactAcrossTenants((db) =>
    ensureTenant(db, at.clock, { id: TENANT, slug: "test", hosts: ["shop.test"] }),
  )
  return at.inTenant(TENANT, async (ctx) => {
    await saveSettings(ctx, { ...testSettings, ...settings })
    const { accountId } = await createCustomer(ctx, {
      name: "Test Buyer",
      email: "buyer@test.invalid",
      passwordHash: "none",
      language: "en",
      country: "KR",
    })
    const { endpointId } = await ensureEndpoint(ctx, keyring, {
      gateway: "sandbox-card",
      baseUrl: `${url}/sandbox/card`,
      returnUrl: `${url}/pay/{attemptId}/return`,
      apiKey: API_KEY,
      webhookSecret: WEBHOOK_SECRET,
    })
    return { accountId, endpointId }
  })
}

/** Takes notices as the edge does: one transaction, the refusal's own status, 204 otherwise. */
async function openServer(at: TestDatabase, keyring: Keyring) {
  const app = new Hono({ strict: false })
  app.post("/webhooks/:endpointId", async (c) => {
    const rawBody = new Uint8Array(await c.req.arrayBuffer())
    const delivery = { endpointId: c.req.param("endpointId"), headers: c.req.raw.headers, rawBody }
    try {
      await at.inTenant(TENANT, (ctx) => receiveWebhook(ctx, keyring, delivery))
      return c.body(null, 204)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return c.json({ code: error.code }, error.declaration.status)
    }
  })
  const listening = await new Promise<{ url: string; server: ReturnType<typeof serve> }>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}`, server }),
    )
  })
  return {
    url: listening.url,
    mount: (standIn: Hono) => void app.route("/sandbox/card", standIn),
    close: () =>
      new Promise<void>((resolve) => {
        listening.server.close(() => resolve())
        if ("closeAllConnections" in listening.server) listening.server.closeAllConnections()
      }),
  }
}

/** What may go wrong on the way to the gateway and back. */
export const faults = [
  "timeout_after_success",
  "reset_after_success",
  "error_500_after_success",
  "garbage_after_success",
  "reset",
  "error_500",
  "garbage",
  "slow",
  "rate_limit",
]

/** The way out tries a call with a key three times by itself: this outlasts it, so that the work must find its way. */
export const outlasting = { remaining: 3 }
