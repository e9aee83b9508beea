import { createHash } from "node:crypto"
import { and, eq, lt } from "drizzle-orm"
import { Hono, type Context as HonoContext } from "hono"
import { z } from "zod"
import { currencyCodes } from "#kit/money.ts"
import {
  type Answer,
  type AnswerCall,
  type Asked,
  type CardCall,
  minorText,
  parseJson,
  problem,
} from "./card-api-answer.ts"
import {
  type CheckoutRow,
  findCharge,
  findCheckouts,
  findMerchant,
  findRefunds,
  listCharges,
  openCheckout,
  refundCharge,
  takeCheckout,
} from "./card-books.ts"
import { type CardCallKind, LONGEST_SILENCE_MS, spoilAfter, spoilBefore } from "./card-faults.ts"
import { methodCalls } from "./card-method-api.ts"
import { findMethod } from "./card-methods.ts"
import { type CardBooks, type CardOptions, looseBooks, withBooks } from "./card-options.ts"
import { cardAnswers } from "./card-tables.ts"
import { describeCharge, describeCheckout, describeRefund } from "./card-wire.ts"
import { hang, takeFault } from "./stand-in-faults.ts"

/** Every call the gateway knows. */
export const cardCalls: readonly CardCall[] = [
  { kind: "checkouts.create", method: "post", path: "/checkouts", answer: createCheckout },
  { kind: "checkouts.find", method: "get", path: "/checkouts", answer: findByReference },
  { kind: "checkouts.read", method: "get", path: "/checkouts/:id", answer: readOne },
  { kind: "refunds.create", method: "post", path: "/charges/:id/refunds", answer: () => createRefund },
  { kind: "refunds.find", method: "get", path: "/charges/:id/refunds", answer: () => findRefundsOf },
  { kind: "charges.list", method: "get", path: "/charges", answer: () => listAll },
  ...methodCalls,
]

/** The gateway's REST API, as a shop's server speaks to it. */
export function createCardApi(options: CardOptions): Hono {
  const api = new Hono()
  for (const { kind, method, path, answer } of cardCalls) {
    const answerOne = answer(options)
    api.on(method, path, (c) => answerCall(options, kind, answerOne, c))
  }
  return api
}

async function answerCall(
  options: CardOptions,
  kind: CardCallKind,
  answer: AnswerCall,
  c: HonoContext,
): Promise<Response> {
  const apiKey = (c.req.header("authorization") ?? "").replace(/^Bearer /, "")
  const merchant = await findMerchant(looseBooks(options), { apiKey })
  if (!merchant) return c.json(problem("key_unknown", "No such key.").body, 401)
  const body = c.req.method === "POST" ? await c.req.text() : ""
  const fault = await takeFault(options.database, "card", kind)
  const spoilt = fault && (await spoilBefore(c, fault))
  if (spoilt) return spoilt
  const asked = { merchant, c, body }
  const given =
    c.req.method === "POST"
      ? await withBooks(options, (books) => answerOnce(books, asked, answer))
      : await answer(looseBooks(options), asked)
  if (given.isSilent) return hang(c, LONGEST_SILENCE_MS)
  return (fault && (await spoilAfter(c, fault))) ?? c.json(given.body, given.status)
}

const KEPT = { hours: 24 }

/** The same key and the same body: the same answer for a day. A twin that comes meanwhile waits on the row. */
async function answerOnce(books: CardBooks, asked: Asked, answer: AnswerCall): Promise<Answer> {
  const key = asked.c.req.header("idempotency-key")
  if (!key) return answer(books, asked)
  const { db, now } = books
  const merchantId = asked.merchant.id
  const requestHash = createHash("sha256").update(`${asked.c.req.path}\n${asked.body}`).digest("hex")
  const isThis = and(eq(cardAnswers.merchantId, merchantId), eq(cardAnswers.key, key))
  await db.delete(cardAnswers).where(and(isThis, lt(cardAnswers.createdAt, now.subtract(KEPT))))
  const claimed = await db
    .insert(cardAnswers)
    .values({ merchantId, key, requestHash, status: 0, body: {}, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: cardAnswers.key })
  if (claimed.length === 0) {
    const [known] = await db.select().from(cardAnswers).where(isThis)
    if (known?.requestHash !== requestHash) {
      return problem("idempotency_key_reused", "This key was used for another request.", 409)
    }
    return { status: known.status as Answer["status"], body: known.body as object }
  }
  const given = await answer(books, asked)
  await db.update(cardAnswers).set({ status: given.status, body: given.body }).where(isThis)
  return given
}

const checkoutInput = z.object({
  reference: z.string().min(1).max(80),
  amount: minorText,
  currency: z.enum(currencyCodes),
  tax_free: z.boolean().default(false),
  description: z.string().max(100),
  locale: z.enum(["en", "ko"]),
  return_url: z.url(),
  /** Whose the card becomes if the payer lets it be kept. */
  customer: z.string().min(1).max(80).optional(),
})

function createCheckout(options: CardOptions): AnswerCall {
  return async (books, { merchant, body }) => {
    const parsed = checkoutInput.safeParse(parseJson(body))
    if (!parsed.success) return problem("invalid_request", z.prettifyError(parsed.error))
    const { return_url: returnUrl, tax_free: isTaxFree, amount, ...rest } = parsed.data
    const wanted = { ...rest, isTaxFree, amount: BigInt(amount), returnUrl }
    const row = await openCheckout(books, merchant, wanted)
    return { status: 201, body: describeCheckout(options, row, {}) }
  }
}

function findByReference(options: CardOptions): AnswerCall {
  return async (books, { merchant, c }) => {
    const reference = c.req.query("reference")
    if (!reference) return problem("invalid_request", "Say which reference.")
    const rows = await findCheckouts(books, merchant, reference)
    return { status: 200, body: { items: await Promise.all(rows.map(withCharge(options, books))) } }
  }
}

function readOne(options: CardOptions): AnswerCall {
  return async (books, { merchant, c }) => {
    const row = await takeCheckout(books, c.req.param("id") ?? "")
    if (row?.merchantId !== merchant.id) return problem("not_found", "No such checkout.", 404)
    return { status: 200, body: await withCharge(options, books)(row) }
  }
}

const withCharge = (options: CardOptions, books: CardBooks) => async (row: CheckoutRow) =>
  describeCheckout(options, row, {
    charge: await findCharge(books, { checkoutId: row.id }),
    method: row.methodId ? await findMethod(books, row.merchantId, row.methodId) : undefined,
  })

const refundInput = z.object({
  reference: z.string().min(1).max(80),
  amount: minorText,
})

const createRefund: AnswerCall = async (books, { merchant, c, body }) => {
  const parsed = refundInput.safeParse(parseJson(body))
  if (!parsed.success) return problem("invalid_request", z.prettifyError(parsed.error))
  const charge = await findCharge(books, { id: c.req.param("id") ?? "" })
  if (charge?.merchantId !== merchant.id) return problem("not_found", "No such charge.", 404)
  const { reference, amount } = parsed.data
  if (charge.disputedAt) return problem("charge_disputed", "The holder's bank has the money.", 409)
  const row = await refundCharge(books, charge.id, { reference, amount: BigInt(amount) })
  if (!row) return problem("refund_too_large", "More than is left on this charge.", 402)
  return { status: 201, body: describeRefund(row, charge) }
}

const findRefundsOf: AnswerCall = async (books, { merchant, c }) => {
  const charge = await findCharge(books, { id: c.req.param("id") ?? "" })
  if (charge?.merchantId !== merchant.id) return problem("not_found", "No such charge.", 404)
  const rows = await findRefunds(books, charge.id, c.req.query("reference"))
  return { status: 200, body: { items: rows.map((row) => describeRefund(row, charge)) } }
}

const listAll: AnswerCall = async (books, { merchant, c }) => {
  const wanted = Number(c.req.query("limit") ?? "50")
  const limit = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), 100) : 50
  const rows = await listCharges(books, merchant, { after: c.req.query("after"), limit: limit + 1 })
  const items = rows.slice(0, limit).map(describeCharge)
  return { status: 200, body: { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null } }
}
