import { type Company, openCompany } from "#app/testing/company.ts"
import type { CustomerWish, Payment, Shopper } from "#app/testing/company-shoppers.ts"
import { type NewPlan, saveProduct } from "#catalog"
import type { prepaidCycles } from "#catalog/contract"
import type { Currency } from "#kit/money.ts"
import { findSettings, saveSettings, type TenantSettings } from "#tenancy"

/** A shop as a story needs it: its calendar, its tax, and plans with prices that can be reckoned with in the head. */
export interface ShopWish {
  /** The morning on which the story begins, in the shop's own time: "2027-01-31T10:00". */
  readonly opensAt: string
  readonly settings?: Partial<
    Pick<TenantSettings, "timeZone" | "currencies" | "defaultCurrency" | "taxIncluded" | "taxRate">
  >
  readonly plans: readonly PlanWish[]
}

export interface PlanWish {
  readonly name: string
  /** In gigabytes: nobody changes to a plan that has less. Default: 40. */
  readonly disk?: number
  readonly prices: NewPlan["prices"]
  readonly trial?: NonNullable<NewPlan["trial"]>
}

export interface PurchaseWish {
  readonly plan: string
  readonly cycle?: (typeof prepaidCycles)[number]
  readonly currency?: Currency
  readonly coupons?: readonly string[]
  readonly quantity?: number
  readonly payment?: Payment
  /** Tried before it is paid for; with a card that is left first, or without one. */
  readonly trial?: "with a card" | "without a card"
  /** Delivered on an invoice: it is paid later, or not at all. */
  readonly onTerms?: true
}

/** What was bought: the agreement, and the order's request to pay. */
export interface Bought {
  readonly by: Shopper
  readonly id: string
  readonly serviceId: string
  readonly requestId: string
}

export interface GoldenShop {
  readonly company: Company
  readonly operator: Shopper["api"]
  customer(wish?: CustomerWish): Promise<Shopper>
  buy(by: Shopper, wish: PurchaseWish): Promise<Bought>
  /** Until that time of the shop's clock, day by day; with an offset where an hour comes twice. */
  until(at: string): Promise<void>
  pay(by: Shopper, requestId: string, payment?: Payment): Promise<void>
  /** The open request for the next time of what was bought. */
  payNext(bought: Bought, payment?: Payment): Promise<void>
  /** Several at once on one request; answers with the invoice. */
  buyMany(by: Shopper, plans: readonly string[]): Promise<string>
  /** To another plan, paying what it costs. */
  changeTo(bought: Bought, plan: string, when?: "now" | "at_end"): Promise<void>
  /** All of what was bought and may be taken back, by the customer. */
  takeBack(bought: Bought): Promise<void>
  now(bought: Bought): Promise<Awaited<ReturnType<Shopper["api"]["billing"]["subscriptions"]["get"]>>>
}

const PRODUCT = "golden"
const PACKAGES = [7, 8, 9]

/** The demo company with a shop of the story's own in it, on the morning of the story. */
export async function openGoldenShop(
  clusterUrl: string,
  wish: ShopWish,
): Promise<GoldenShop & AsyncDisposable> {
  const company = await openCompany({ clusterUrl, player: { kind: "memory", seed: 1, eventsATurn: "all" } })
  const zone = wish.settings?.timeZone ?? "Asia/Seoul"
  const momentOf = (at: string) => Temporal.ZonedDateTime.from(`${at}[${zone}]`).toInstant()
  company.at.clock.set(momentOf(wish.opensAt))
  await company.ground.inTenant(company.tenant, async (ctx) => {
    const settings = await findSettings(ctx)
    if (!settings) throw new Error("The demo company has no settings.")
    await saveSettings(ctx, { ...settings, ...wish.settings })
    await saveProduct(ctx, productOf(wish.plans))
  })
  await company.settle()
  const operator = company.operator.api
  const pay = async (by: Shopper, requestId: string, payment: Payment = {}) => {
    const attempt = await by.api.billing.paymentRequests.pay({ id: requestId })
    await company.pay(attempt.id, payment)
    await company.settle()
  }
  return {
    company,
    operator,
    customer: (customer) => company.customer(customer),
    pay,
    until: (at) =>
      company.travel({
        milliseconds: momentOf(at).epochMilliseconds - company.ground.clock.now().epochMilliseconds,
      }),
    buy: async (by, purchase) => {
      const { items: before } = await by.api.billing.subscriptions.list({})
      const requestId = await order(company, by, [purchase], before.length + 1)
      if (purchase.trial || purchase.onTerms) await company.settle()
      else await pay(by, requestId, purchase.payment)
      const known = new Set(before.map(({ id }) => id))
      const { items } = await by.api.billing.subscriptions.list({})
      const one = items.find(({ id }) => !known.has(id))
      if (!one) throw new Error(`Nothing began with ${purchase.plan}.`)
      return { by, id: one.id, serviceId: one.subject, requestId }
    },
    payNext: async ({ by, id }, payment) => {
      const { paymentRequestId } = await by.api.billing.subscriptions.get({ id })
      if (!paymentRequestId) throw new Error("Nothing is asked for.")
      await pay(by, paymentRequestId, payment)
    },
    buyMany: async (by, plans) => {
      const requestId = await order(
        company,
        by,
        plans.map((plan) => ({ plan })),
        1,
      )
      await pay(by, requestId)
      return (await by.api.billing.paymentRequests.get({ id: requestId })).invoiceId ?? ""
    },
    changeTo: async ({ by, serviceId }, plan, when = "now") => {
      const { planChanges } = by.api.orders
      const option = (await planChanges.preview({ id: serviceId })).options.find(
        ({ planName }) => planName.en === plan,
      )
      if (!option) throw new Error(`Nobody changes to ${plan}.`)
      const { planId, price, outcome, amount } = option
      const expected = when === "now" ? { outcome, amount } : { outcome: "nothing" as const, amount: price }
      const { paymentRequestId } = await planChanges.request({ id: serviceId, planId, when, expected })
      if (paymentRequestId) await pay(by, paymentRequestId)
      await company.settle()
    },
    takeBack: async ({ by, id }) => {
      const { refunds } = by.api.billing
      const oldest = (await refunds.preview({ id })).purchases.at(-1)
      if (!oldest?.together) throw new Error("Nothing may be taken back.")
      await refunds.request({ id, periodId: oldest.periodId, expected: oldest.together.amount })
      await company.settle()
    },
    now: ({ by, id }) => by.api.billing.subscriptions.get({ id }),
    [Symbol.asyncDispose]: () => company[Symbol.asyncDispose](),
  }
}

/** The cart, as the shop's pages fill it. */
async function order(company: Company, by: Shopper, wishes: readonly PurchaseWish[], position: number) {
  const currency = wishes[0]?.currency ?? "KRW"
  const product = await by.api.catalog.products.get({ slug: PRODUCT, currency })
  const [location, image] = [product.locations[0], product.images[0]]
  const { carts } = by.api.orders
  const { token } = await carts.create({ currency })
  for (const [index, { plan: wanted, cycle = "monthly", quantity = 1, trial }] of wishes.entries()) {
    const plan = product.plans.find(({ name }) => name.en === wanted)
    if (!plan || !location || !image) throw new Error(`The shop does not sell ${wanted}.`)
    await carts.addItem({
      token,
      planId: plan.id,
      cycle,
      locationId: location.id,
      imageId: image.id,
      hostname: `server-${position + index}.example.com`,
      quantity,
      ...(trial ? { wantsTrial: true } : {}),
    })
    // What is put in at one moment stands in no order.
    company.at.clock.advance({ seconds: 1 })
  }
  for (const code of wishes.flatMap(({ coupons = [] }) => coupons)) await carts.addCoupon({ token, code })
  const terms = { country: "KR", language: "en", acceptTerms: true } as const
  const trial = wishes.some((wish) => wish.trial === "with a card")
    ? { trial: { methodId: await leaveCard(company, by), agrees: true as const } }
    : {}
  const { paymentRequestId } = await by.api.orders.checkout({ cartToken: token, ...terms, ...trial })
  return paymentRequestId ?? ""
}

async function leaveCard(company: Company, by: Shopper): Promise<string> {
  const { id } = await by.api.payments.setups.start({ id: by.accountId ?? "" })
  await company.leaveCard(by, id, { card: "approved" })
  await company.settle()
  return (await by.api.payments.setups.get({ id })).methodId ?? ""
}

export interface CouponWish {
  readonly code: string
  readonly percent: number
  /** By name; none: all of them. */
  readonly plans: readonly string[]
  /** For so many times; default: for ever. */
  readonly periods?: number
  readonly mostUses?: number | null
  readonly mostPerCustomer?: number | null
}

export async function goldenCoupon({ operator }: GoldenShop, wish: CouponWish): Promise<void> {
  const { plans } = await operator.catalog.products.get({ slug: PRODUCT, currency: "KRW" })
  await operator.catalog.coupons.create({
    code: wish.code,
    name: wish.code,
    isOn: true,
    kind: "percent",
    percent: wish.percent,
    amounts: {},
    periods: wish.periods ?? null,
    isExclusive: false,
    planIds: plans.filter(({ name }) => wish.plans.includes(name.en)).map(({ id }) => id),
    cycles: [],
    currencies: [],
    countries: [],
    isForNewCustomers: false,
    startsOn: null,
    endsOn: null,
    mostUses: wish.mostUses ?? null,
    mostPerCustomer: wish.mostPerCustomer ?? null,
  })
}

function productOf(plans: readonly PlanWish[]) {
  return {
    slug: PRODUCT,
    name: { en: "Server", ko: "서버" },
    description: { en: "For reckoning with.", ko: "계산용 상품입니다." },
    position: 9,
    needsApproval: false,
    locations: [{ id: "seoul", name: { en: "Seoul", ko: "서울" }, groupId: 3 }],
    images: [{ id: "debian-13", name: "Debian 13", templateId: 41 }],
    plans: plans.map(({ name, disk = 40, prices, trial = null }, index) => ({
      slug: `golden-${index}`,
      name: { en: name, ko: name },
      packageId: PACKAGES[index] ?? 7,
      resources: { cpuCores: 1, memoryMb: 2_048, storageGb: disk, trafficGb: 1_000, ipv4: 1 },
      prices,
      trial,
    })),
  }
}

/** A plan paid by the month, in whole units of the currency's smallest coin. */
export function monthly(
  name: string,
  amountMinor: bigint,
  currency: Currency = "KRW",
  disk?: number,
): PlanWish {
  const prices = [{ cycle: "monthly" as const, currency, amountMinor, setupMinor: 0n }]
  return { name, prices, ...(disk === undefined ? {} : { disk }) }
}

/** A plan paid by the day. */
export function daily(name: string, amountMinor: bigint, currency: Currency): PlanWish {
  return { name, prices: [{ cycle: "daily", currency, amountMinor, setupMinor: 0n }] }
}

/** A shop that turns its clocks twice a year, and whose 19 % come on top. */
export const berlin = {
  timeZone: "Europe/Berlin",
  currencies: ["EUR"],
  defaultCurrency: "EUR",
  taxIncluded: false,
  taxRate: { numerator: 19n, denominator: 100n },
} as const satisfies ShopWish["settings"]

/** The plan at another price by the month, for those who come from now on. */
export async function publishPrice({ operator }: GoldenShop, name: string, amount: string): Promise<string> {
  const { plans: shown } = await operator.catalog.products.get({ slug: PRODUCT, currency: "KRW" })
  const id = shown.find((plan) => plan.name.en === name)?.id ?? ""
  const { plans } = operator.catalog.range
  const text = (await plans.get({ id })).versions.find(({ isCurrent }) => isCurrent)?.text
  if (!text) throw new Error(`${name} is not on sale.`)
  await plans.saveDraft({ id, ...text, prices: { KRW: { monthly: { amount, setupFee: "0" } } } })
  await plans.publish({ id, acceptedPercent: 50 })
  return id
}
