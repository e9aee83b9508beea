import { randomBytes, randomUUID } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { sql } from "drizzle-orm"
import type { prepaidCycles } from "#catalog/contract"
import { createCustomer, hashPassword, type Resolved } from "#identity"
import { actorFromSession, findPersonFacts } from "#identity/testing"
import { monotonicMs } from "#kit/clock.ts"
import { silentLog } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { cardNumbers } from "#sandbox/card-test-cards.ts"
import type { ApiClient, ApiDoor } from "../api/api-door.ts"
import { DEMO_TENANT, demoPeople } from "../demo/demo-tenant.ts"
import type { Ground } from "../ground.ts"
import { PageBusy, patientClient, patiently } from "./patience.ts"

/** Somebody with a door to the public contract. */
export interface Shopper {
  readonly api: ApiClient
  withKey(key: string): ApiClient
  readonly personId: string
  /** Absent for staff. */
  readonly accountId: string | undefined
  readonly email: string
  readonly password: string
}

export interface OrderWish {
  readonly by?: Shopper
  readonly product?: string
  readonly plan?: string
  readonly cycle?: (typeof prepaidCycles)[number]
  readonly currency?: Currency
  readonly quantity?: number
  readonly referralCode?: string
  /** Nothing is paid yet, and no page to pay at was opened: of a customer on terms. */
  readonly paysLater?: true
}

export interface Order {
  readonly by: Shopper
  readonly orderId: string
  readonly requestId: string
  readonly attemptId: string
}

export interface Payment {
  /** What becomes of the card; "nobody" opens the page and leaves. */
  readonly card?:
    | "approved"
    | "challenge"
    | "challenge-refused"
    | "no-money"
    | "stolen"
    | "expired"
    | "german"
    | "nobody"
  /** Ticks that the card may be kept. */
  readonly keeps?: boolean
  /** Whether the browser comes back to the shop, which then asks the gateway itself. Default: yes. */
  readonly comesBack?: boolean
  /** How long the payer waits for the gateway's page, in machine time. */
  readonly withinMs?: number
}

export interface CustomerWish {
  readonly country?: string
  readonly language?: "en" | "ko"
  /** Where the edge says that their network address is. */
  readonly seenIn?: string
}

export interface Shoppers {
  readonly visitor: ApiClient
  readonly operator: Shopper
  customer(wish?: CustomerWish): Promise<Shopper>
  again(shopper: Shopper, chosenAccountId?: string): Promise<Shopper>
  placeOrder(wish?: OrderWish): Promise<Order>
  pay(attemptId: string, payment: Payment | undefined, nudge: () => Promise<void>): Promise<void>
  leaveCard(by: Shopper, setupId: string, leaving: CardLeaving, nudge: () => Promise<void>): Promise<void>
}

/** At the gateway's page where a card is left for later. */
export interface CardLeaving {
  readonly card?: keyof typeof keptCards
  readonly comesBack?: boolean
}

export const SHOPPER_PASSWORD = "a password of somebody"

export interface ShoppersOptions {
  readonly url: string
  readonly door: ApiDoor
  /** Whether they wait and ask again when the house is full, as a good client does; others complain at once. */
  readonly arePatient?: boolean
}

export async function openShoppers(ground: Ground, options: ShoppersOptions): Promise<Shoppers> {
  const { url } = options
  const passwordHash = await hashPassword(SHOPPER_PASSWORD)
  const open = (resolved: Resolved, seenIn?: string) => openDoor(options, resolved, seenIn)
  const insist: typeof patiently = (ask) => (options.arePatient ? patiently(ask) : ask())
  const visitor = open({
    actor: { kind: "visitor", permissions: new Set() },
    by: "nothing",
    person: null,
  }).api
  const operator = await findOperator(ground, open)
  const customer: Shoppers["customer"] = async ({ country = "KR", language = "en", seenIn } = {}) => {
    // An address of its own also across companies: the panel's stand-in knows people by it.
    const email = `customer-${randomBytes(6).toString("hex")}@demo.example`
    const name = "Demo Shopper"
    const wish = { name, email, passwordHash, language, country }
    const { personId, accountId } = await insist(() =>
      ground.inTenant(DEMO_TENANT, (ctx) => createCustomer(ctx, wish)),
    )
    const memberships = [{ accountId, role: "owner" as const }]
    const facts = { personId, name, email, language, staffRole: null, memberships, ...justSignedIn }
    const actor = actorFromSession(facts)
    const doors = open({ actor, by: "cookie", person: { name, email, language } }, seenIn)
    return { ...doors, personId, accountId, email, password: SHOPPER_PASSWORD }
  }
  return {
    visitor,
    operator,
    customer,
    again: async (shopper, chosenAccountId) => {
      const facts = await ground.inTenant(DEMO_TENANT, (ctx) => findPersonFacts(ctx.db, shopper.personId))
      if (!facts) throw new Error(`${shopper.email} is nobody any more.`)
      const actor = actorFromSession({ ...facts, ...justSignedIn }, chosenAccountId)
      const accountId = actor.kind === "customer" ? actor.accountIds[0] : undefined
      return { ...shopper, ...open({ actor, by: "cookie", person: facts }), accountId }
    },
    placeOrder: async (wish = {}) => placeOrder(visitor, wish.by ?? (await customer()), wish),
    pay: (attemptId, payment = {}, nudge) => pay({ visitor, url, nudge }, attemptId, payment),
    leaveCard: (by, id, leaving, nudge) => leaveCard({ visitor: by.api, url, nudge }, id, leaving),
  }
}

/** As somebody who has come in a moment ago: dangerous acts ask for that. */
const justSignedIn = { sessionId: "ses_trial", isProved: true } as const

function openDoor({ door, arePatient }: ShoppersOptions, resolved: Resolved, country?: string) {
  const caller = {
    tenant: DEMO_TENANT,
    requestId: "trial",
    address: "127.0.0.1",
    country,
    log: silentLog,
    resolved,
    language: resolved.person?.language ?? ("en" as const),
  }
  const withKey = (key: string) => door.inProcess(caller, { key })
  return { api: arePatient ? patientClient(withKey, randomUUID) : door.inProcess(caller), withKey }
}

async function findOperator(
  ground: Ground,
  open: (resolved: Resolved) => Pick<Shopper, "api" | "withKey">,
): Promise<Shopper> {
  const { email, password, name } = demoPeople.operator
  const personId = await ground.inTenant(DEMO_TENANT, async (ctx) => {
    const found = await ctx.db.execute<{ id: string }>(
      sql`select id from identity.people where email = ${email}`,
    )
    return found.rows[0]?.id ?? ""
  })
  const facts = {
    personId,
    name,
    email,
    language: "en",
    staffRole: "operator",
    isRootStaff: true,
    memberships: [],
    ...justSignedIn,
  } as const
  const doors = open({ actor: actorFromSession(facts), by: "cookie", person: facts })
  return { ...doors, personId, accountId: undefined, email, password }
}

async function placeOrder(visitor: ApiClient, by: Shopper, wish: OrderWish): Promise<Order> {
  const { currency = "KRW", cycle = "monthly", quantity = 1 } = wish
  const product = await visitor.catalog.products.get({ slug: wish.product ?? "vps", currency })
  const plan = product.plans.find((one) => one.slug === (wish.plan ?? product.plans[0]?.slug))
  const [location, image] = [product.locations[0], product.images[0]]
  if (!plan || !location || !image) throw new Error(`There is no plan ${wish.plan} to buy.`)
  const { token } = await by.api.orders.carts.create({ currency })
  const hostname = `${randomBytes(5).toString("hex")}.demo.example`
  const item = { planId: plan.id, cycle, locationId: location.id, imageId: image.id, hostname, quantity }
  await by.api.orders.carts.addItem({ token, ...item })
  const order = await by.api.orders.checkout({
    cartToken: token,
    country: "KR",
    language: "en",
    acceptTerms: true,
    referralCode: wish.referralCode,
  })
  const requestId = order.paymentRequestId ?? ""
  const attempt = wish.paysLater ? null : await by.api.billing.paymentRequests.pay({ id: requestId })
  return { by, orderId: order.id, requestId, attemptId: attempt?.id ?? "" }
}

interface Browser {
  readonly visitor: ApiClient
  readonly url: string
  nudge(): Promise<void>
}

/** By what becomes of them when they are charged later. */
const keptCards = {
  approved: cardNumbers.approved,
  "no-money-once": cardNumbers["no-money-once"],
  "declined-softly": cardNumbers["declined-softly"],
  lost: cardNumbers.lost,
  "wants-holder": cardNumbers.challenge,
  "up-to": cardNumbers["up-to"],
} as const

async function leaveCard(browser: Browser, id: string, leaving: CardLeaving): Promise<void> {
  const { card = "approved", comesBack = true } = leaving
  const { setups } = browser.visitor.payments
  const page = await openPage(browser, () => setups.get({ id }))
  await patiently(() => submit(page, { card: keptCards[card] }))
  if (card === "wants-holder" || card === "up-to") {
    const challenge = await patiently(() => visit(page.url))
    await patiently(() => submit(challenge, { answer: "approve" }))
  }
  if (comesBack) await setups.refresh({ id })
}

async function pay(browser: Browser, attemptId: string, payment: Payment): Promise<void> {
  const { card = "approved", comesBack = true } = payment
  const { attempts } = browser.visitor.payments
  const page = await openPage(browser, () => attempts.get({ id: attemptId }), payment.withinMs)
  if (card !== "nobody") {
    const number = cardNumbers[card === "challenge-refused" ? "challenge" : card]
    const form = { card: number, ...(payment.keeps ? { keep: "yes" } : {}) }
    let answer = await patiently(() => submit(page, form))
    if (card.startsWith("challenge")) {
      const challenge = await patiently(() => visit(new URL(answer, page.url).href))
      answer = await patiently(() =>
        submit(challenge, { answer: card === "challenge" ? "approve" : "refuse" }),
      )
    }
    if (!answer.includes(attemptId)) throw new Error(`The gateway sent the payer to ${answer}.`)
  }
  if (comesBack) await browser.visitor.payments.attempts.refresh({ id: attemptId })
}

/** A page of the gateway gets its address through durable work. */
async function openPage(
  browser: Browser,
  look: () => Promise<{ readonly id: string; readonly redirectUrl: string | null; readonly state: string }>,
  withinMs = MOST_MS,
): Promise<Page> {
  const endMs = monotonicMs() + withinMs
  for (let lookMs = LOOK_FIRST_MS; ; lookMs = Math.min(LOOK_LAST_MS, lookMs * 1.5)) {
    const { id, redirectUrl, state } = await look()
    if (redirectUrl) return patiently(() => visit(redirectUrl))
    if (state !== "created" && state !== "unknown") throw new Error(`${id} is ${state}.`)
    if (monotonicMs() > endMs) throw new Error(`${id} got no page of the gateway's.`)
    await browser.nudge()
    await pause(lookMs)
  }
}

const MOST_MS = 30_000
/** Less and less often: a hundred shoppers who ask fifty times a second leave nobody else a turn. */
const LOOK_FIRST_MS = 20
const LOOK_LAST_MS = 500

interface Page {
  readonly url: string
  readonly action: string
}

async function visit(url: string): Promise<Page> {
  const answer = await fetch(url)
  const text = await answer.text()
  if (answer.status === 503) throw new PageBusy(answer)
  const action = /<form method="post" action="([^"]+)"/.exec(text)?.[1]
  if (!answer.ok || !action) throw new Error(`${url} shows no form: ${answer.status} ${text.slice(0, 200)}`)
  return { url, action: new URL(action.replaceAll("&amp;", "&"), url).href }
}

/** Where the browser is sent. */
async function submit(page: Page, form: Readonly<Record<string, string>>): Promise<string> {
  const body = new URLSearchParams(form)
  const answer = await fetch(page.action, { method: "POST", body, redirect: "manual" })
  await answer.arrayBuffer()
  if (answer.status === 503) throw new PageBusy(answer)
  const to = answer.headers.get("location")
  if (answer.status !== 303 || !to) throw new Error(`${page.action} answered ${answer.status}.`)
  return to
}
