import { eq, inArray } from "drizzle-orm"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { accounts } from "#identity/tables"
import { insertRows } from "#kit/write-rows.ts"
import { openPaymentsTest, type PaymentsTest } from "#payments/testing"
import { collectingNotes } from "./collecting-tables.ts"
import { renewDue } from "./renew-due.ts"
import { renewOne } from "./renew-one.ts"
import { openRenewalsAhead } from "./renewals-ahead.ts"
import { subscriptionPeriods, subscriptions } from "./subscription-tables.ts"
import { paymentRequestLines, paymentRequests } from "./tables.ts"
import { sellPlan } from "./testing.ts"

let shop: PaymentsTest
let planId: string
/** Above the tenant wall. */
let owner: pg.Client
let statements = 0

beforeAll(async () => {
  shop = await openPaymentsTest({ onStatement: () => void (statements += 1) })
  planId = await shop.inShop(sellPlan)
  owner = new pg.Client({ connectionString: shop.at.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await shop[Symbol.asyncDispose]()
})

const today = () => shop.at.clock.today("Asia/Seoul")

interface Wish {
  readonly accounts: number
  readonly each?: number
  readonly unitMinor?: bigint
}

/** Agreements in their second month, due for their third today and yesterday. */
function subscribe({ accounts: count, each = 1, unitMinor = 11_000n }: Wish): Promise<string[]> {
  return shop.inShop(async (ctx) => {
    const { newId, clock } = ctx
    const since = today().subtract({ months: 1 })
    const people = Array.from({ length: count }, () => ({
      id: newId("acc"),
      kind: "consumer" as const,
      name: 'A "name" with \\ and {braces}, and a comma',
      personName: "Test",
      email: `${newId("mail")}@test.invalid`,
      language: "ko" as const,
      country: "KR",
      addressLines: [],
      createdAt: clock.now(),
    }))
    await insertRows(ctx.db, accounts, people)
    const agreements = people.flatMap((person, index) =>
      Array.from({ length: each }, () => ({
        id: newId("sub"),
        accountId: person.id,
        accountName: person.name,
        subject: newId("svc"),
        planId,
        priceId: "prc_test",
        words: { en: `VPS of "${index}"`, ko: `서버 ${index}` },
        currency: "KRW" as const,
        unitMinor,
        nextMinor: unitMinor,
        quantity: 1,
        cycle: "monthly" as const,
        state: "active" as const,
        collection: "manual" as const,
        paidAt: clock.now(),
        anchorOn: since,
        periodNumber: 2,
        periodStart: since,
        periodEnd: today().add({ days: 5 }),
        nextRequestOn: today().subtract({ days: index % 2 }),
        createdAt: clock.now(),
      })),
    )
    await insertRows(ctx.db, subscriptions, agreements)
    return agreements.map(({ id }) => id)
  })
}

const leftOut: string[] = []

/** Chunk by chunk to the end, each in a transaction of its own. How many statements each took. */
async function runThrough(between: (chunk: number) => Promise<void> = async () => {}): Promise<number[]> {
  const each: number[] = []
  leftOut.length = 0
  const ahead = openRenewalsAhead()
  let after: string | null = ""
  while (after !== null) {
    const from: string = after
    const before = statements
    const chunk = await shop.inShop((ctx) => renewDue(ctx, from, ahead))
    after = chunk.next
    leftOut.push(...chunk.leftOut.map(({ item }) => item))
    each.push(statements - before)
    await between(each.length)
  }
  return each
}

const stateOf = (ids: readonly string[]) =>
  shop.inShop((ctx) =>
    ctx.db
      .select()
      .from(subscriptions)
      .where(inArray(subscriptions.id, [...ids]))
      .limit(ids.length),
  )

const openRequests = () =>
  shop.inShop((ctx) =>
    ctx.db.select().from(paymentRequests).where(eq(paymentRequests.state, "open")).limit(2_000),
  )

/** Begin, commit and what a chunk looks up included. */
const MOST_STATEMENTS = 40

test("three hundred accounts take a few dozen statements a chunk, and each gets one request for all it has", async () => {
  await subscribe({ accounts: 1 })
  const [few = 0] = await runThrough()
  expect(few).toBeLessThanOrEqual(MOST_STATEMENTS)
  const before = (await openRequests()).length
  const ids = await subscribe({ accounts: 300, each: 2 })
  const chunks = await runThrough()
  expect(chunks.length).toBeGreaterThan(1)
  for (const taken of chunks) expect(taken).toBeLessThanOrEqual(MOST_STATEMENTS)

  const asked = await stateOf(ids)
  expect(asked.filter((one) => one.requestId === null || one.nextRequestOn !== null)).toEqual([])
  const made = (await openRequests()).slice(before)
  expect(made.map((one) => one.totalMinor)).toEqual(made.map(() => 22_000n))
  expect(new Set(made.map((one) => one.accountId)).size).toBe(300)
  const sequence = made.map((one) => Number(one.number.split("-")[2])).sort((one, other) => one - other)
  expect(sequence).toEqual(sequence.map((_, index) => (sequence[0] ?? 0) + index))

  const lines = await shop.inShop((ctx) => ctx.db.select().from(paymentRequestLines).limit(2_000))
  const first = lines.find(({ subscriptionId }) => subscriptionId === ids[0])
  expect(first).toMatchObject({
    words: "서버 0 (1개월)",
    netMinor: 10_000n,
    taxMinor: 1_000n,
    grossMinor: 11_000n,
  })
  const notes = await shop.inShop((ctx) => ctx.db.select().from(collectingNotes).limit(2_000))
  expect(notes.filter(({ subscriptionId }) => ids.includes(subscriptionId))).toHaveLength(600)
  expect(await runThrough()).toHaveLength(1)
})

test("one that can't be asked for is named, also among many and beside others of its account; the rest goes on", async () => {
  const ids = await subscribe({ accounts: 40, each: 2 })
  const [poisoned = ""] = ids.slice(33)
  const discount = {
    id: "cpn_x",
    code: "X",
    amountMinor: null,
    periods: null,
    isExclusive: false,
    planIds: [],
  }
  await shop.inShop((ctx) =>
    ctx.db
      .update(subscriptions)
      .set({ discounts: [{ ...discount, percent: "ten" }] })
      .where(eq(subscriptions.id, poisoned)),
  )
  await runThrough()
  const asked = await stateOf(ids)
  expect(asked.filter(({ requestId }) => requestId === null)).toMatchObject([
    { id: poisoned, trouble: expect.stringMatching(/.+/) as string },
  ])
  expect(asked.filter(({ trouble }) => trouble !== null)).toHaveLength(1)
})

test("one that refuses every change, and one that can't be read, are left out by name; the rest goes on", async () => {
  const ids = await subscribe({ accounts: 300 })
  const [torn = "", unreadable = ""] = [ids[71], ids[240]]
  await owner.query(`
    create function billing.tear() returns trigger language plpgsql as $$ begin raise 'A torn page.'; end $$;
    create trigger torn before update on billing.subscriptions for each row
      when (old.id = '${torn}') execute function billing.tear();
    update billing.subscriptions set paid_at = 'infinity' where id = '${unreadable}'`)
  await runThrough()
  await owner.query(`
    drop trigger torn on billing.subscriptions; drop function billing.tear();
    update billing.subscriptions set paid_at = created_at where id = '${unreadable}'`)
  const state = await stateOf(ids)
  const unasked = state.filter(({ requestId }) => requestId === null)
  expect(unasked.map(({ id, trouble }) => [id, trouble]).toSorted()).toEqual(
    [
      [torn, null],
      [unreadable, null],
    ].toSorted(),
  )
  const account = state.find(({ id }) => id === unreadable)?.accountId
  expect(leftOut.toSorted()).toEqual([torn, account].toSorted())
  for (const id of leftOut) await shop.inShop((ctx) => renewOne(ctx, id))
  expect((await stateOf(ids)).every(({ requestId }) => requestId !== null)).toBe(true)
})

test("what the database says about one it can't ask for is kept in its own words, without the statement", async () => {
  const [id = ""] = await subscribe({ accounts: 1 })
  await owner.query(`
    create function billing.tear() returns trigger language plpgsql as $$ begin raise 'A torn page.'; end $$;
    create trigger torn before insert on billing.payment_requests for each row execute function billing.tear()`)
  await runThrough()
  await owner.query("drop trigger torn on billing.payment_requests; drop function billing.tear()")
  expect(await stateOf([id])).toMatchObject([{ requestId: null, trouble: "A torn page." }])
  await runThrough()
  expect(await stateOf([id])).toMatchObject([{ trouble: null }])
})

test("what was changed after it was planned ahead is planned anew; what was not is asked for as planned", async () => {
  const ids = await subscribe({ accounts: 500 })
  const inOrder = (await stateOf(ids)).toSorted(
    (one, other) =>
      Temporal.PlainDate.compare(one.nextRequestOn ?? today(), other.nextRequestOn ?? today()) ||
      (one.accountId < other.accountId ? -1 : 1),
  )
  // In the second chunk: of this one's price the first has planned another.
  const [dearer = "", given = ""] = [inOrder[250]?.id, inOrder[260]?.id]
  await runThrough(async (chunk) => {
    if (chunk !== 1) return
    await shop.inShop(async (ctx) => {
      await ctx.db
        .update(subscriptions)
        .set({ unitMinor: 22_000n, nextMinor: 22_000n })
        .where(eq(subscriptions.id, dearer))
      await ctx.db.update(subscriptions).set({ cancelAtEnd: true }).where(eq(subscriptions.id, given))
    })
  })
  const lines = await shop.inShop((ctx) =>
    ctx.db
      .select()
      .from(paymentRequestLines)
      .where(inArray(paymentRequestLines.subscriptionId, ids))
      .limit(1_000),
  )
  expect(lines).toHaveLength(499)
  const dear = lines.filter(({ grossMinor }) => grossMinor !== 11_000n)
  expect(dear.map(({ subscriptionId, grossMinor }) => [subscriptionId, grossMinor])).toEqual([
    [dearer, 22_000n],
  ])
  expect(await stateOf([given])).toMatchObject([{ requestId: null }])
})

test("what costs nothing goes on by itself, and nobody is asked for it", async () => {
  const before = (await openRequests()).length
  const ids = await subscribe({ accounts: 20, unitMinor: 0n })
  await runThrough()
  for (const one of await stateOf(ids)) {
    expect(one).toMatchObject({ periodNumber: 3, requestId: null, trouble: null })
  }
  expect(await openRequests()).toHaveLength(before)
  const periods = await shop.inShop((ctx) =>
    ctx.db
      .select()
      .from(subscriptionPeriods)
      .where(inArray(subscriptionPeriods.subscriptionId, ids))
      .limit(100),
  )
  expect(periods).toHaveLength(20)
})
