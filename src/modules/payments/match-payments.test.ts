import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { signWebhook } from "#kit/webhook-signature.ts"
import { postTransfer } from "#ledger"
import { chargeSavedMethod } from "./charge-saved-method.ts"
import { forgetTax } from "./forget-tax.ts"
import { listFindings } from "./list-findings.ts"
import { getAttempt } from "./queries.ts"
import { receiveWebhook } from "./receive-webhook.ts"
import { requestRefund } from "./request-refund.ts"
import { startAttempt } from "./start-attempt.ts"
import { sweepMatches } from "./sweep-matches.ts"
import { leaveCard, openPaymentsTest, type PaymentsTest, testAmount } from "./testing.ts"

const all = { kind: "all" } as const

let shop: PaymentsTest
beforeAll(async () => {
  shop = await openPaymentsTest()
})
afterAll(() => shop[Symbol.asyncDispose]())

const later = (duration: Temporal.DurationLike) => shop.at.clock.now().add(duration)
const read = (id: string) => shop.inShop((ctx) => getAttempt(ctx, all, id))
const inTheirBooks = (change: ReturnType<typeof sql>) =>
  shop.at.database.transactAcrossTenants((db) => db.execute(change))

async function paid(wish: { isNoticed?: boolean; taxMinor?: bigint } = {}): Promise<string> {
  const { id } = await shop.inShop((ctx) =>
    startAttempt(ctx, {
      reference: ctx.newId("prq"),
      accountId: shop.accountId,
      amount: testAmount,
      taxMinor: wish.taxMinor,
      gateway: "sandbox-card",
      description: "VPS S",
      language: "en",
    }),
  )
  await shop.play(later({ minutes: 1 }))
  await shop.payAt((await read(id)).redirectUrl ?? "", { card: "4242424242424242" })
  if (wish.isNoticed === false) await inTheirBooks(sql`delete from sandbox.card_notices where state = 'due'`)
  await shop.sendNotices()
  await shop.play(later({ minutes: 1 }))
  return id
}

/** A day later, when nothing is on its way any more: what the night's comparison leaves open. */
async function match(): Promise<{ kind: string; subject: string; attemptId: string | null }[]> {
  shop.at.clock.set(later({ hours: 24 }))
  await shop.inShop((ctx) => sweepMatches(ctx, ctx.clock.today("Asia/Seoul")))
  await shop.play(later({ minutes: 1 }))
  const { items } = await shop.inShop((ctx) => listFindings(ctx, all, { limit: 50, isOpen: true }))
  return items.map(({ kind, subject, attemptId }) => ({ kind, subject, attemptId }))
}

async function book(key: string, reference: string): Promise<void> {
  await shop.inShop((ctx) =>
    postTransfer(ctx, {
      key,
      currency: "KRW",
      reference,
      words: "Planted",
      postings: [
        { account: "cash:sandbox-card", minor: 500n },
        { account: `unapplied:${shop.accountId}`, minor: -500n },
      ],
    }),
  )
}

/** A saved card, charged while nobody is there. */
async function chargedLater(): Promise<string> {
  await leaveCard(shop)
  const { id } = await shop.inShop((ctx) =>
    chargeSavedMethod(ctx, {
      reference: ctx.newId("prq"),
      accountId: shop.accountId,
      amount: testAmount,
      description: "VPS S",
      language: "en",
    }),
  )
  await shop.play(later({ minutes: 1 }))
  return id
}

test("charges of saved methods are matched as all others: agreeing, missing there, unknown here", async () => {
  const id = await chargedLater()
  expect((await read(id)).state).toBe("settled")
  expect(await match()).toEqual([])
  await inTheirBooks(sql`update sandbox.card_charges set reference = 'pay_elsewhere' where reference = ${id}`)
  const { chargeId } = await read(id)
  const found = await match()
  expect(found).toContainEqual({ kind: "charge_unknown", subject: chargeId, attemptId: null })
  await inTheirBooks(sql`update sandbox.card_charges set reference = ${id} where reference = 'pay_elsewhere'`)
  expect(await match()).toEqual([])
})

test("a disputed charge is in front of staff at once, told once, and gone when it is settled", async () => {
  const id = await paid()
  const { chargeId } = await read(id)
  const turn = () => fetch(`${shop.card.baseUrl}/control/charges/${chargeId}/dispute`, { method: "POST" })
  expect((await turn()).status).toBe(201)
  await shop.sendNotices()
  await shop.play(later({ minutes: 1 }))
  const disputes = async () =>
    (await shop.inShop((ctx) => listFindings(ctx, all, { limit: 50 }))).items.filter(
      ({ kind, resolvedAt }) => kind === "charge_disputed" && resolvedAt === null,
    )
  expect(await disputes()).toMatchObject([{ subject: chargeId, attemptId: id, ours: "11000 KRW" }])
  expect(await match()).toEqual([{ kind: "charge_disputed", subject: chargeId, attemptId: id }])
  expect(await disputes()).toHaveLength(1)
  expect((await read(id)).state).toBe("settled")
  await turn()
  expect(await match()).toEqual([])
})

test("a dispute whose notices were lost is booked by the night's comparison: nothing can be sent back of it", async () => {
  const id = await paid()
  const { chargeId } = await read(id)
  const tell = async (what: string) => {
    await fetch(`${shop.card.baseUrl}/control/charges/${chargeId}/${what}`, { method: "POST" })
    await inTheirBooks(sql`delete from sandbox.card_notices where state = 'due'`)
  }
  const books = async () =>
    (
      await shop.inShop((ctx) =>
        ctx.db.execute<{ name: string; minor: string }>(sql`
          select split_part(t.key, ':', 1) || ' ' || a.name as name, p.amount_minor::text as minor
          from ledger.transfers t
          join ledger.postings p on p.tenant_id = t.tenant_id and p.transfer_id = t.id
          join ledger.accounts a on a.tenant_id = p.tenant_id and a.id = p.ledger_account_id
          where t.reference in (select d.id from payments.disputes d where d.attempt_id = ${id})
          order by t.posted_at, t.key desc, p.position`),
      )
    ).rows.map(({ name, minor }) => `${name} ${minor}`)
  await tell("dispute")
  expect(await match()).toEqual([{ kind: "charge_disputed", subject: chargeId, attemptId: id }])
  const held = ["dispute-held disputed:sandbox-card 11000", "dispute-held cash:sandbox-card -11000"]
  expect(await books()).toEqual(held)
  await expect(
    shop.inShop((ctx) => requestRefund(ctx, { attemptId: id, key: "k", reason: "requested" })),
  ).rejects.toMatchObject({ code: "payments.disputed" })
  await tell("dispute/lose")
  expect(await match()).toEqual([{ kind: "dispute_lost", subject: chargeId, attemptId: id }])
  expect(await match()).toHaveLength(1)
  expect(await books()).toEqual([
    ...held,
    "dispute-lost losses:chargeback 11000",
    "dispute-lost disputed:sandbox-card -11000",
    "dispute-fee fees:chargeback 20000",
    "dispute-fee cash:sandbox-card -20000",
  ])
  shop.at.clock.set(later({ hours: 24 * 7 }))
  expect(await match()).toEqual([])
})

test("books that agree leave nothing to look at, refunds included", async () => {
  await paid()
  const returned = await paid()
  await shop.inShop((ctx) => requestRefund(ctx, { attemptId: returned, key: "k", reason: "requested" }))
  await shop.play(later({ minutes: 1 }))
  expect((await read(returned)).state).toBe("refunded")
  expect(await match()).toEqual([])
})

test("a fee that the gateway tells later, or reckons anew, is booked once each time", async () => {
  const id = await paid()
  const fees = async () => {
    const { rows } = await shop.inShop((ctx) =>
      ctx.db.execute<{ minor: string }>(sql`
        select p.amount_minor::text as minor from ledger.transfers t
        join ledger.postings p on p.tenant_id = t.tenant_id and p.transfer_id = t.id
        join ledger.accounts a on a.tenant_id = p.tenant_id and a.id = p.ledger_account_id
        where t.reference = ${id} and a.name = 'fees:sandbox-card' order by t.posted_at`),
    )
    return rows.map(({ minor }) => minor)
  }
  expect(await fees()).toEqual([])
  for (const fee of [319, 319, 330, 319]) {
    await inTheirBooks(sql`update sandbox.card_charges set fee_minor = ${fee} where reference = ${id}`)
    expect(await match()).toEqual([])
  }
  expect(await fees()).toEqual(["319", "11", "-11"])
})

test("a receipt of the gateway's own with another tax than our paper is in front of staff at once", async () => {
  const found = async () => {
    const { items } = await shop.inShop((ctx) => listFindings(ctx, all, { limit: 50, isOpen: true }))
    return items.map(({ kind, attemptId, ours, theirs }) => ({ kind, attemptId, ours, theirs }))
  }
  // 11,000 with 1,000 of tax in it, as its receipt says; and without any, which it is told.
  await paid({ taxMinor: 1_000n })
  await paid({ taxMinor: 0n })
  expect(await found()).toEqual([])
  const id = await paid({ taxMinor: 1_756n })
  const differs = [{ kind: "tax_differs", attemptId: id, ours: "1756 KRW", theirs: "1000 KRW" }]
  expect(await found()).toEqual(differs)
  expect(await match()).toHaveLength(1)
  expect(await found()).toEqual(differs)
  await shop.inShop((ctx) => forgetTax(ctx, id))
  expect(await found()).toEqual([])
  expect(await match()).toEqual([])
})

test("each kind of difference is found, named by what it is about, and closed when it is gone", async () => {
  const [unknown, missing, amount, refunded, ledger] = [
    await paid(),
    await paid(),
    await paid(),
    await paid(),
    await paid(),
  ]
  const unrecorded = await paid({ isNoticed: false })
  const chargeOf = async (id: string) => (await read(id)).chargeId ?? ""
  const theirs = { unknown: await chargeOf(unknown), missing: await chargeOf(missing) }
  await inTheirBooks(
    sql`update sandbox.card_charges set reference = 'att_of_nobody' where id = ${theirs.unknown}`,
  )
  await inTheirBooks(
    sql`update sandbox.card_charges set merchant_id = 'mer_other' where id = ${theirs.missing}`,
  )
  await inTheirBooks(sql`update sandbox.card_charges set amount_minor = 9000 where reference = ${amount}`)
  await inTheirBooks(sql`update sandbox.card_charges set refunded_minor = 100 where reference = ${refunded}`)
  await book(`planted:${ledger}`, ledger)
  await book("payment:att_of_nobody", "att_of_nobody")
  const rawBody = new TextEncoder().encode("a notice of the next version")
  const atSeconds = Math.floor(shop.at.clock.now().epochMilliseconds / 1_000)
  const signature = signWebhook({ body: rawBody, secrets: ["whsec_of_the_stand_in"], atSeconds })
  const headers = new Headers({ "sandbox-card-signature": signature })
  await shop.inShop((ctx) =>
    receiveWebhook(ctx, shop.keyring, { endpointId: shop.endpointId, headers, rawBody }),
  )

  const found = await match()
  const chargeOfUnrecorded = await inTheirBooks(
    sql`select id from sandbox.card_charges where reference = ${unrecorded}`,
  )
  expect(found).toEqual(
    expect.arrayContaining([
      { kind: "charge_unknown", subject: theirs.unknown, attemptId: null },
      { kind: "charge_unrecorded", subject: chargeOfUnrecorded.rows[0]?.id, attemptId: unrecorded },
      { kind: "charge_missing", subject: theirs.missing, attemptId: missing },
      { kind: "amount_differs", subject: await chargeOf(amount), attemptId: amount },
      { kind: "refund_differs", subject: await chargeOf(refunded), attemptId: refunded },
      { kind: "ledger_differs", subject: await chargeOf(ledger), attemptId: ledger },
      { kind: "ledger_unfounded", subject: "payment:att_of_nobody", attemptId: null },
      { kind: "notice_unprocessed", subject: expect.stringMatching(/^whk_/), attemptId: null },
    ]),
  )
  expect(found).toHaveLength(8)
  // The same night again finds the same ones, once.
  expect(await match()).toHaveLength(8)
  await inTheirBooks(sql`update sandbox.card_charges set reference = ${unknown} where id = ${theirs.unknown}`)
  expect((await match()).map(({ kind }) => kind)).not.toContain("charge_unknown")
})
