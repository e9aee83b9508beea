import { z } from "zod"
import { currencyCodes } from "#kit/money.ts"
import {
  type Answer,
  type AnswerCall,
  type CardCall,
  minorText,
  parseJson,
  problem,
} from "./card-api-answer.ts"
import { findCharge } from "./card-books.ts"
import { detachMethod, findMethod, type MethodRow } from "./card-methods.ts"
import type { CardBooks, CardOptions } from "./card-options.ts"
import { findPayments, type PaymentRow, payByMethod } from "./card-payments.ts"
import { findSetups, openSetup, type SetupRow, takeSetup } from "./card-setups.ts"
import { describeCharge, describeMethod } from "./card-wire.ts"

/** Cards that are kept: leaving one, charging it while its holder is away, giving it up. */
export const methodCalls: readonly CardCall[] = [
  { kind: "setups.create", method: "post", path: "/setups", answer: createSetup },
  { kind: "setups.find", method: "get", path: "/setups", answer: findByReference },
  { kind: "setups.read", method: "get", path: "/setups/:id", answer: readSetup },
  { kind: "payments.create", method: "post", path: "/payments", answer: () => createPayment },
  { kind: "payments.find", method: "get", path: "/payments", answer: () => findByOurReference },
  { kind: "methods.detach", method: "post", path: "/methods/detach", answer: () => detach },
]

const setupInput = z.object({
  reference: z.string().min(1).max(80),
  customer: z.string().min(1).max(80),
  locale: z.enum(["en", "ko"]),
  return_url: z.url(),
})

function createSetup(options: CardOptions): AnswerCall {
  return async (books, { merchant, body }) => {
    const parsed = setupInput.safeParse(parseJson(body))
    if (!parsed.success) return problem("invalid_request", z.prettifyError(parsed.error))
    const { return_url: returnUrl, ...rest } = parsed.data
    const row = await openSetup(books, { ...rest, merchantId: merchant.id, returnUrl })
    return { status: 201, body: describeSetup(options, row, undefined) }
  }
}

function findByReference(options: CardOptions): AnswerCall {
  return async (books, { merchant, c }) => {
    const reference = c.req.query("reference")
    if (!reference) return problem("invalid_request", "Say which reference.")
    const rows = await findSetups(books, merchant.id, reference)
    return { status: 200, body: { items: await Promise.all(rows.map(withMethod(options, books))) } }
  }
}

function readSetup(options: CardOptions): AnswerCall {
  return async (books, { merchant, c }) => {
    const row = await takeSetup(books, c.req.param("id") ?? "")
    if (row?.merchantId !== merchant.id) return problem("not_found", "No such page.", 404)
    return { status: 200, body: await withMethod(options, books)(row) }
  }
}

const withMethod = (options: CardOptions, books: CardBooks) => async (row: SetupRow) =>
  describeSetup(
    options,
    row,
    row.methodId ? await findMethod(books, row.merchantId, row.methodId) : undefined,
  )

const paymentInput = z.object({
  reference: z.string().min(1).max(80),
  customer: z.string().min(1).max(80),
  method: z.string().min(1).max(80),
  amount: minorText,
  currency: z.enum(currencyCodes),
  tax_free: z.boolean().default(false),
  description: z.string().max(100),
})

const createPayment: AnswerCall = async (books, { merchant, body }) => {
  const parsed = paymentInput.safeParse(parseJson(body))
  if (!parsed.success) return problem("invalid_request", z.prettifyError(parsed.error))
  const { method: methodId, customer, amount, tax_free: isTaxFree, ...wanted } = parsed.data
  const method = await findMethod(books, merchant.id, methodId)
  if (method?.customer !== customer) return problem("not_found", "That customer has no such card.", 404)
  const { payment, isSilent } = await payByMethod(books, method, {
    ...wanted,
    amountMinor: BigInt(amount),
    isTaxFree,
  })
  const told: Answer = { status: 201, body: await withMoney(books)(payment) }
  return isSilent ? { ...told, isSilent } : told
}

const findByOurReference: AnswerCall = async (books, { merchant, c }) => {
  const reference = c.req.query("reference")
  if (!reference) return problem("invalid_request", "Say which reference.")
  const rows = await findPayments(books, merchant.id, reference)
  return { status: 200, body: { items: await Promise.all(rows.map(withMoney(books))) } }
}

const detachInput = z.object({ method: z.string().min(1).max(80) })

const detach: AnswerCall = async (books, { merchant, body }) => {
  const parsed = detachInput.safeParse(parseJson(body))
  if (!parsed.success) return problem("invalid_request", z.prettifyError(parsed.error))
  const method = await findMethod(books, merchant.id, parsed.data.method)
  if (!method) return problem("not_found", "No such card.", 404)
  return { status: 200, body: describeMethod(await detachMethod(books, method)) }
}

function describeSetup(options: CardOptions, row: SetupRow, method: MethodRow | undefined) {
  return {
    id: row.id,
    object: "setup",
    reference: row.reference,
    customer: row.customer,
    status: row.state,
    url: `${options.baseUrl}/setup/${row.id}`,
    created_at: row.createdAt.toString(),
    expires_at: row.expiresAt.toString(),
    decline_code: row.declineCode,
    method: method ? describeMethod(method) : null,
  }
}

const withMoney = (books: CardBooks) => async (row: PaymentRow) => {
  const charge = row.state === "paid" ? await findCharge(books, { paymentId: row.id }) : undefined
  return {
    id: row.id,
    object: "payment",
    reference: row.reference,
    method: row.methodId,
    status: row.state,
    amount: row.amountMinor.toString(),
    currency: row.currency,
    description: row.description,
    created_at: row.createdAt.toString(),
    decline_code: row.declineCode,
    charge: charge ? describeCharge(charge) : null,
  }
}
