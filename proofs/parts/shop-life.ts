import type { CustomerWish } from "#app/testing/company-shoppers.ts"
import { createSeededRandom, type SeededRandom } from "#kit/work/seeded-random.ts"
import type { Wrong } from "./account-count.ts"
import { followMove, openCount } from "./account-model.ts"
import { checkPapers } from "./account-papers-model.ts"
import type { ShopRules } from "./account-seen.ts"
import { type GoldenShop, goldenCoupon, openGoldenShop, type ShopWish } from "./golden-shop.ts"
import { actOnShop } from "./shop-acts.ts"
import { type AgreementRow, openShopBooks } from "./shop-books.ts"
import { type Customer, plans, type ShopLife } from "./shop-state.ts"

export interface ShopLifeWish {
  readonly seed: number
  /** Each of whom is a history of its own; they share the shop, its coupons and its numbers. */
  readonly customers: number
  readonly rounds: number
}

export interface PlayedShop {
  readonly wrong: readonly Wrong[]
  /** What was done, by its kind; what was refused, by the refusal's code. */
  readonly done: ReadonlyMap<string, number>
  readonly explained: number
  readonly papers: number
}

/**
 * Random customers of a real shop: the whole program with its database, its gateway and its day's work, by a moved clock
 * that now and then leaves days out. What stands in its books is what the slow count says.
 */
export async function playShop(clusterUrl: string, wish: ShopLifeWish): Promise<PlayedShop> {
  const random = createSeededRandom(wish.seed)
  const { shop: shopWish, zone, rules } = wishOf(random)
  await using shop = await openGoldenShop(clusterUrl, shopWish)
  await using books = await openShopBooks(shop.company.at.ownerUrl, shop.company.tenant)
  await setRules(shop, rules)
  const limits = new Map([
    ["HALF", { mostUses: 1 + Math.ceil(wish.customers / 3), mostPerCustomer: 1 }],
    ["TENTH", { mostUses: null, mostPerCustomer: null }],
  ])
  const life: ShopLife = { shop, zone, books, random, count: openCount(rules, limits), done: new Map() }
  for (const [code, limit] of limits)
    await goldenCoupon(shop, { code, ...couponTerms[code as "HALF"], plans: [], ...limit })
  const customers: Customer[] = []
  for (let index = 0; index < wish.customers; index++) {
    customers.push({
      by: await shop.customer({ language: index % 2 === 0 ? "en" : "ko" } satisfies CustomerWish),
      bought: [],
    })
  }
  for (let round = 0; round < wish.rounds; round++) {
    for (const customer of customers) {
      for (const move of await actOnShop(life, customer)) followMove(life.count, move)
    }
    await passTime(life)
  }
  await shop.company.settle()
  return { ...(await look(life, customers)), done: life.done }
}

/** A morning of a shop in Korea or in Germany, with tax inside or on top. */
function wishOf(random: SeededRandom): {
  readonly shop: ShopWish
  readonly zone: string
  readonly rules: ShopRules
} {
  const taxIncluded = random.happens(0.5)
  const rate = taxIncluded ? { numerator: 10n, denominator: 100n } : { numerator: 19n, denominator: 100n }
  const month = 1 + random.below(12)
  const opensAt = `2027-${String(month).padStart(2, "0")}-${String(20 + random.below(8)).padStart(2, "0")}T10:00`
  const timeZone = random.happens(0.5) ? "Asia/Seoul" : "Europe/Berlin"
  return {
    shop: { opensAt, settings: { timeZone, taxIncluded, taxRate: rate }, plans: plans.map(planWish) },
    zone: timeZone,
    rules: {
      currency: "KRW",
      taxIncluded,
      taxRate: rate,
      latePolicy: random.happens(0.5) ? "from_the_old_end" : "from_payment",
      withdrawalDays: 7,
      refund: {
        windowDays: 5 + random.below(40),
        basis: random.happens(0.5) ? "by_days_less_discount" : "used_days_at_list_price",
        feeMinor: random.happens(0.5) ? 0n : 1_000n,
        capPercent: random.happens(0.5) ? 100 : 90,
      },
      leastMinor: 100n,
    },
  }
}

const couponTerms = { HALF: { percent: 50, periods: 2 }, TENTH: { percent: 10 } } as const

function planWish({ name, monthly, quarterly }: (typeof plans)[number]) {
  const price = (cycle: "monthly" | "quarterly", amountMinor: bigint) => ({
    cycle,
    currency: "KRW" as const,
    amountMinor,
    setupMinor: 0n,
  })
  return { name, prices: [price("monthly", monthly), price("quarterly", quarterly)] }
}

async function setRules({ operator }: GoldenShop, { refund, latePolicy }: ShopRules): Promise<void> {
  const { refundPolicy, collectingPolicy } = operator.billing
  const { windowDays, basis, feeMinor, capPercent } = refund
  await refundPolicy.save({ windowDays, basis, capPercent, holdDays: 7, fees: { KRW: feeMinor.toString() } })
  await collectingPolicy.save({ ...(await collectingPolicy.get()), latePolicy })
}

/** Some days one by one; now and then some on which nothing was done at all. */
async function passTime({ shop, random, count, done }: ShopLife): Promise<void> {
  const { company } = shop
  if (random.happens(0.25)) {
    company.at.clock.advance({ hours: 24 * (2 + random.below(3)) })
    done.set("days left out", (done.get("days left out") ?? 0) + 1)
  }
  await company.travel({ hours: 24 * (1 + random.below(9)) })
  if (count.wrong.length > 50) throw new Error("Too much is wrong to go on.")
}

/** At the end: the papers, the sums, the reasons, and that nobody was forgotten. */
async function look({ shop, zone, books, count }: ShopLife, customers: readonly Customer[]) {
  const wrong: Wrong[] = [...count.wrong]
  const papers = await books.papers()
  wrong.push(...checkPapers(count.rules, papers))
  const { booked, invoiced, credited } = await books.sums()
  if (booked !== 0n) wrong.push({ about: "books", words: `the books are out by ${booked}` })
  const expected = count.invoiced - count.credited
  if (invoiced - credited !== expected) {
    wrong.push({ about: "books", words: `invoiced less credited is ${expected}, not ${invoiced - credited}` })
  }
  let explained = 0
  for (const { by } of customers) {
    const rows = await books.agreements(by.accountId ?? "")
    const today = shop.company.ground.clock.now().toZonedDateTimeISO(zone).toPlainDate()
    wrong.push(...rows.flatMap((row) => findForgotten(row, today)))
    const { items } = await by.api.billing.invoices.list({})
    for (const { id } of items) {
      const { lines } = await by.api.billing.invoices.get({ id })
      for (const line of lines) {
        const { isSame } = await by.api.billing.invoices.explain({ id, lineId: line.id })
        explained += 1
        if (!isSame) wrong.push({ about: "explanations", words: `${line.words} comes to another amount` })
      }
    }
  }
  await shop.company.checkInvariants()
  return { wrong, explained, papers: papers.length }
}

/** Whoever is served has paid for today, and whose time ends soon is asked for the next one. */
function findForgotten(
  { id, state, end, pause, requestId, cancelAtEnd }: AgreementRow,
  today: Temporal.PlainDate,
): Wrong[] {
  const isOver = Temporal.PlainDate.compare(end, today) <= 0
  const isSoon = Temporal.PlainDate.compare(end.subtract({ days: 7 }), today) < 0
  if (state === "active" && isOver)
    return [{ about: "days", words: `${id} runs and is not paid for ${today}` }]
  const isAsked = requestId !== null || cancelAtEnd || pause !== null
  return state === "active" && isSoon && !isAsked ? [{ about: "days", words: `${id} is not asked for` }] : []
}
