import { sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { createCustomer } from "#identity"
import { money } from "#kit/money.ts"
import { getBalance } from "#ledger"
import { chargeSavedMethod } from "./charge-saved-method.ts"
import { chooseDefaultMethod } from "./choose-default-method.ts"
import { getSetup } from "./get-setup.ts"
import { listAccountMethods } from "./list-account-methods.ts"
import { moveMethods } from "./move-methods.ts"
import { getAttempt } from "./queries.ts"
import { removeMethod } from "./remove-method.ts"
import { startAttempt } from "./start-attempt.ts"
import { startSetup } from "./start-setup.ts"
import { sweepSetups } from "./sweep-setups.ts"
import { asPayer, keptCards, leaveCard, openPaymentsTest, type PaymentsTest, testAmount } from "./testing.ts"

const all = { kind: "all" } as const
const cards = { ...keptCards, stolenAtOnce: "4000000000009979" }

let shop: PaymentsTest
let accountId: string
let reference: string
beforeAll(async () => {
  shop = await openPaymentsTest()
})
afterAll(() => shop[Symbol.asyncDispose]())
beforeEach(async () => {
  reference = shop.at.newId("prq")
  const email = `${reference}@test.invalid`
  const created = await shop.inShop((ctx) =>
    createCustomer(ctx, { name: "Buyer", email, passwordHash: "none", language: "en", country: "KR" }),
  )
  accountId = created.accountId
})

const methods = () => shop.inShop((ctx) => listAccountMethods(ctx, all, accountId))
const read = (id: string) => shop.inShop((ctx) => getAttempt(ctx, all, id))

const leave = (card: string) => leaveCard(shop, { card, accountId })

async function charge(wish: { methodId?: string; amount?: typeof testAmount } = {}): Promise<string> {
  const { id } = await shop.inShop((ctx) =>
    chargeSavedMethod(ctx, {
      reference,
      accountId,
      amount: testAmount,
      description: "VPS S, December",
      language: "ko",
      ...wish,
    }),
  )
  return id
}

async function charged(card: string) {
  await leave(card)
  const id = await charge()
  await shop.play(shop.at.clock.now().add({ minutes: 20 }))
  return read(id)
}

/** In the gateway's books, which stand before the wall. */
async function count(query: ReturnType<typeof sql>): Promise<number> {
  const found = await shop.at.database.transactAcrossTenants((db) => db.execute<{ count: string }>(query))
  return Number(found.rows[0]?.count)
}

/** In our own rows, behind it. */
async function countHere(query: ReturnType<typeof sql>): Promise<number> {
  const found = await shop.inShop((ctx) => ctx.db.execute<{ count: string }>(query))
  return Number(found.rows[0]?.count)
}

const charges = (id: string) => count(sql`select count(*) from sandbox.card_charges where reference = ${id}`)
const events = (name: string, id: string) =>
  countHere(sql`select count(*) from events.events where name = ${name} and data::text like ${`%${id}%`}`)

describe("leaving a method", () => {
  test("at the gateway's own page: kept once, sealed, the first one the default, with the time of consent", async () => {
    await leave(cards.approved)
    const [method, ...others] = await methods()
    expect(others).toEqual([])
    expect(method).toMatchObject({ state: "usable", isDefault: true, lastFour: "4242", brand: "visa" })
    expect(method?.consentedAt.epochMilliseconds).toBeGreaterThan(0)
    expect(method?.expiresOn?.toString()).toBe("2039-12-31")
    const sealed = sql`select count(*) from payments.payment_methods where id = ${method?.id} and token_sealed like 'sealed:%'`
    expect(await countHere(sealed)).toBe(1)
    expect(await events("payment_method.saved", method?.id ?? "")).toBe(1)
  })

  test("a lost notice loses no card: the sweep asks", async () => {
    await shop.setFault("notices.send", "notice_lost")
    const id = await leave(cards.approved)
    expect(await methods()).toEqual([])
    shop.at.clock.advance({ minutes: 15 })
    await shop.inShop(sweepSetups)
    await shop.play()
    expect((await shop.inShop((ctx) => getSetup(ctx, all, id))).state).toBe("done")
    expect(await methods()).toHaveLength(1)
  })

  test("declined there, nothing is kept", async () => {
    const id = await leave(cards.stolenAtOnce)
    const setup = await shop.inShop((ctx) => getSetup(ctx, all, id))
    expect(setup).toMatchObject({ state: "declined", decline: "declined_hard", methodId: null })
    expect(await methods()).toEqual([])
  })

  test("nobody but the payer opens the page: staff don't consent for anybody", async () => {
    const byStaff = shop.inShop((ctx) => startSetup(ctx, { accountId, gateway: "sandbox-card" }))
    await expect(byStaff).rejects.toMatchObject({ code: "payments.payer_needed" })
    const elsewhere = shop.inShop((ctx) =>
      startSetup(asPayer(ctx, accountId), { accountId: shop.accountId, gateway: "sandbox-card" }),
    )
    await expect(elsewhere).rejects.toMatchObject({ code: "identity.account_missing" })
  })

  test("the page opens twenty times a day and no more: nobody tries out stolen numbers here", async () => {
    const start = () =>
      shop.inShop((ctx) => startSetup(asPayer(ctx, accountId), { accountId, gateway: "sandbox-card" }))
    for (let time = 1; time <= 20; time++) await start()
    await expect(start()).rejects.toMatchObject({ code: "payments.too_many_setups" })
    shop.at.clock.advance({ hours: 24 })
    await start()
  })

  test.each([
    ["ticked", { keep: "yes" }, true, 1],
    ["not ticked", {}, true, 0],
    ["ticked where nobody asked", { keep: "yes" }, false, 0],
  ])("while paying, %s", async (_name, form, asksToKeep, kept) => {
    const { id } = await shop.inShop((ctx) =>
      startAttempt(ctx, {
        reference,
        accountId,
        amount: testAmount,
        gateway: "sandbox-card",
        description: "VPS S",
        language: "ko",
        asksToKeep,
      }),
    )
    await shop.play()
    await shop.payAt((await read(id)).redirectUrl ?? "", { card: cards.approved, ...form })
    await shop.sendNotices()
    await shop.play()
    expect((await read(id)).state).toBe("settled")
    expect(await methods()).toHaveLength(kept)
  })

  test("the same card again keeps its line, and works anew after its bank had said no", async () => {
    await charged(cards.lost)
    const [dead] = await methods()
    expect(dead).toMatchObject({ state: "dead", decline: "declined_hard" })
    await leave(cards.lost)
    const now = await methods()
    expect(now).toHaveLength(1)
    expect(now[0]).toMatchObject({ id: dead?.id, state: "usable", decline: null })
  })
})

describe("charging one while nobody is there", () => {
  test("settles as a payment at the page does: once, in the books, announced", async () => {
    const attempt = await charged(cards.approved)
    expect(attempt).toMatchObject({ state: "settled", checkoutId: null, decline: null })
    expect(await charges(attempt.id)).toBe(1)
    expect(await events("payment.settled", attempt.id)).toBe(1)
    const unapplied = shop.inShop((ctx) => getBalance(ctx, all, `unapplied:${accountId}`, "KRW"))
    expect(await unapplied).toEqual(money(-11_000n, "KRW"))
    expect((await methods())[0]?.chargedAt).not.toBeNull()
  })

  test("a second wish finds the attempt that is under way; another amount is refused", async () => {
    await leave(cards.approved)
    const first = await charge()
    expect(await charge()).toBe(first)
    await expect(charge({ amount: money(1n, "KRW") })).rejects.toMatchObject({
      code: "payments.other_amount_running",
    })
    await shop.play()
    expect(await charges(first)).toBe(1)
  })

  test.each([
    ["soft", "declined_soft", "soft", "usable"],
    ["repetition", "duplicate", "hard", "usable"],
    ["lost", "declined_hard", "hard", "dead"],
    ["expired", "expired", "hard", "dead"],
    ["upTo", "amount_above_mandate", "authentication_required", "usable"],
    ["asksEachTime", "authentication_required", "authentication_required", "needs_authentication"],
  ] as const)("%s: %s, told as %s, the method is %s", async (card, decline, severity, state) => {
    const attempt = await charged(cards[card])
    expect(attempt).toMatchObject({ state: "declined", decline })
    expect(await charges(attempt.id)).toBe(0)
    const told = sql`select count(*) from events.events where name = 'payment.declined'
      and data ->> 'attemptId' = ${attempt.id} and data ->> 'severity' = ${severity}
      and data ->> 'methodId' = ${attempt.methodId}`
    expect(await countHere(told)).toBe(1)
    expect((await methods())[0]).toMatchObject({ state })
    expect(await events("payment_method.failed", attempt.methodId ?? "")).toBe(state === "usable" ? 0 : 1)
  })

  test("a soft no may be tried again; a method that is not usable never is", async () => {
    const first = await charged(cards.once)
    expect(first).toMatchObject({ state: "declined", decline: "insufficient_funds" })
    const second = await charge()
    await shop.play()
    expect((await read(second)).state).toBe("settled")
    reference = shop.at.newId("prq")
    const [method] = await methods()
    await shop.inShop((ctx) =>
      ctx.db.execute(sql`update payments.payment_methods set state = 'dead' where id = ${method?.id}`),
    )
    await expect(charge()).rejects.toMatchObject({ code: "payments.no_usable_method" })
    await expect(charge({ methodId: method?.id ?? "" })).rejects.toMatchObject({
      code: "payments.no_usable_method",
    })
  })

  test("what a bank took for a repetition is never asked for with that card again; other things and cards are", async () => {
    await charged(cards.repetition)
    const again = charge()
    await expect(again).rejects.toMatchObject({ code: "payments.method_refused_for_good" })
    await leave(cards.approved)
    const other = (await methods()).find(({ lastFour }) => lastFour === "4242")
    const paid = await charge({ methodId: other?.id ?? "" })
    await shop.play()
    expect((await read(paid)).state).toBe("settled")
    reference = shop.at.newId("prq")
    const next = await charge()
    await shop.play()
    expect((await read(next)).decline).toBe("duplicate")
  })

  test("more than its payer confirmed is asked of them and never charged again; less is charged as before", async () => {
    await charged(cards.upTo)
    await expect(charge()).rejects.toMatchObject({ code: "payments.method_refused_for_good" })
    reference = shop.at.newId("prq")
    const less = await charge({ amount: money(10_000n, "KRW") })
    await shop.play()
    expect((await read(less)).state).toBe("settled")
  })

  test("somebody else's method is none of this account's", async () => {
    await leave(cards.approved)
    const [method] = await methods()
    const foreign = shop.inShop((ctx) =>
      chargeSavedMethod(ctx, {
        reference,
        accountId: shop.accountId,
        methodId: method?.id,
        amount: testAmount,
        description: "VPS S",
        language: "ko",
      }),
    )
    await expect(foreign).rejects.toMatchObject({ code: "payments.no_usable_method" })
  })

  test("an answer that never comes: looked up, charged once", async () => {
    const attempt = await charged(cards.silent)
    expect(attempt.state).toBe("settled")
    expect(await charges(attempt.id)).toBe(1)
  })
})

describe("two accounts become one", () => {
  test("cards go along, the one both had is kept once, and there is one default", async () => {
    await leave(cards.approved)
    const intoId = accountId
    const into = await methods()
    const email = `${shop.at.newId("prq")}@test.invalid`
    const other = await shop.inShop((ctx) =>
      createCustomer(ctx, { name: "Twin", email, passwordHash: "none", language: "en", country: "KR" }),
    )
    await leaveCard(shop, { accountId: other.accountId })
    await leaveCard(shop, { accountId: other.accountId, card: cards.soft })
    await shop.inShop((ctx) => moveMethods(ctx, { fromId: other.accountId, intoId }))
    await shop.play()
    expect((await methods()).map(({ id, lastFour, isDefault }) => [id, lastFour, isDefault])).toEqual([
      [into[0]?.id, "4242", true],
      [expect.any(String), "0341", false],
    ])
    const theirs = sql`select count(*) from sandbox.card_methods where customer = ${other.accountId} and detached_at is null`
    expect(await count(theirs)).toBe(1)
    const id = await charge({ methodId: (await methods())[1]?.id ?? "" })
    await shop.play()
    expect((await read(id)).decline).toBe("declined_soft")
  })
})

describe("choosing and removing", () => {
  test("another default; a dead default makes way for one that works", async () => {
    await leave(cards.lost)
    await leave(cards.approved)
    const [first, second] = await methods()
    expect(first).toMatchObject({ lastFour: "9987", isDefault: true })
    await shop.inShop((ctx) => chooseDefaultMethod(asPayer(ctx, accountId), second?.id ?? ""))
    expect((await methods())[0]).toMatchObject({ lastFour: "4242", isDefault: true })
    await shop.inShop((ctx) => chooseDefaultMethod(asPayer(ctx, accountId), first?.id ?? ""))
    await charge()
    await shop.play()
    expect((await methods()).map(({ lastFour, isDefault }) => [lastFour, isDefault])).toEqual([
      ["4242", true],
      ["9987", false],
    ])
    const dead = shop.inShop((ctx) => chooseDefaultMethod(asPayer(ctx, accountId), first?.id ?? ""))
    await expect(dead).rejects.toMatchObject({ code: "payments.method_unusable" })
  })

  test("the only one, too: gone at once, forgotten at the gateway and here, and told", async () => {
    await leave(cards.approved)
    const [method] = await methods()
    const id = method?.id ?? ""
    expect(await shop.inShop((ctx) => removeMethod(asPayer(ctx, accountId), id))).toEqual({ defaultId: null })
    expect(await methods()).toEqual([])
    await expect(charge()).rejects.toMatchObject({ code: "payments.no_usable_method" })
    await shop.play()
    const held = sql`select count(*) from payments.payment_methods where id = ${id} and token_sealed is not null`
    expect(await countHere(held)).toBe(0)
    const there = sql`select count(*) from sandbox.card_methods where customer = ${accountId} and detached_at is null`
    expect(await count(there)).toBe(0)
    expect(await events("payment_method.removed", id)).toBe(1)
    const again = shop.inShop((ctx) => removeMethod(asPayer(ctx, accountId), id))
    await expect(again).rejects.toMatchObject({ code: "payments.method_missing" })
  })

  test("removed between the wish and the call: nothing is charged", async () => {
    await leave(cards.approved)
    const [method] = await methods()
    const id = await charge()
    await shop.inShop((ctx) => removeMethod(asPayer(ctx, accountId), method?.id ?? ""))
    await shop.play()
    expect((await read(id)).state).toBe("abandoned")
    expect(await charges(id)).toBe(0)
  })
})
