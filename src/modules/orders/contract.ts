import { z } from "zod"
import { armNames, chosenInput, chosenShape, couponCode, cycles, prepaidCycles } from "#catalog/contract"
import { consentInput, emailText, passwordText } from "#identity/contract"
import { contract, idText, instantText, moneyShape, pageOf, spanPageInput } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { planChangeContract } from "./change-of-plan-contract.ts"
import { stayContract } from "./stay-contract.ts"

export { changeOptionShape, changePreviewShape, ownOptionsShape } from "./change-of-plan-contract.ts"
export { stayPolicies } from "./stay-contract.ts"

/** A name a machine can carry: letters, digits and hyphens between dots (RFC 1123), at least one dot. */
export const hostnameShape = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/, "host name")

export const cartItemInput = z.object({
  planId: idText,
  cycle: z.enum(prepaidCycles),
  locationId: z.string().max(48),
  imageId: z.string().max(48),
  hostname: hostnameShape,
  quantity: z.number().int().min(1).max(10).default(1),
  /** What isn't named stays as it comes with the plan. */
  options: chosenInput.default({}),
  /** Use it before the first payment, where its plan lets one. */
  wantsTrial: z.boolean().default(false),
})

/** What of a buyer decides the tax. */
export const cartBuyerInput = z.object({
  country: z.string().length(2).toUpperCase(),
  /** "TX", where the country's tax asks for more than the country. */
  region: z.string().trim().toUpperCase().max(3).default(""),
  /** A business elsewhere in the EU owes the tax itself, once VIES has said that its number is one. */
  taxId: z.string().trim().max(40).default(""),
})

export type CartBuyer = z.infer<typeof cartBuyerInput>

export const cartShape = z.object({
  token: z.string(),
  currency: z.enum(currencyCodes),
  items: z.array(
    cartItemInput.extend({
      id: z.string(),
      planName: z.object({ en: z.string(), ko: z.string() }),
      /** What was chosen beyond what comes with the plan, each at its price for one piece; unit and set-up are the plan's own. */
      chosen: z.array(chosenShape),
      unit: moneyShape,
      /** What a month of the plan costs, where another term was chosen and it is sold by the month as well. */
      month: moneyShape.nullable(),
      setupFee: moneyShape,
      total: moneyShape,
      /** What coupons take off the total, in the order in which it is taken. */
      discounts: z.array(z.object({ code: z.string(), amount: moneyShape })),
      /** What it cost when it was put in, if the plan has changed since then. */
      before: z.object({ unit: moneyShape, setupFee: moneyShape }).nullable(),
      /** So many days nothing of it is paid; what each cycle costs then, and whether a saved method is charged for it. */
      trial: z
        .object({
          days: z.number().int(),
          asksMethod: z.boolean(),
          /** Its end is too far off for what is agreed now to count: whoever pays is asked again before they are charged. */
          asksAnew: z.boolean(),
          price: moneyShape,
          /** How many of those days a coupon added; null: none. */
          longer: z.object({ code: z.string(), days: z.number().int() }).nullable(),
        })
        .nullable(),
      /** Why it can't be tried although somebody wants to, in the reader's language: it is paid now. */
      whyNoTrial: z.string().nullable(),
    }),
  ),
  /** Those that don't count come with the reason, in the reader's language; null: it counts. */
  coupons: z.array(z.object({ code: z.string(), why: z.string().nullable() })),
  /** Lines that can't be ordered any more, with the reason in the reader's language; they are not in the total. */
  gone: z.array(z.object({ id: z.string(), hostname: z.string(), why: z.string() })),
  net: moneyShape,
  tax: moneyShape,
  /** The same by rate, each under its name. */
  taxes: z.array(
    z.object({ label: z.object({ en: z.string(), ko: z.string() }), percent: z.string(), tax: moneyShape }),
  ),
  /** Why this tax, in the reader's language, and for which place; null where everybody pays the same. */
  taxWhy: z.string().nullable(),
  taxPlace: z.object({ country: z.string(), region: z.string() }).nullable(),
  total: moneyShape,
  orderId: z.string().nullable(),
})

export const orderStates = [
  "awaiting_payment",
  "awaiting_approval",
  "paid",
  "delivered",
  "rejected",
  "withdrawn",
] as const

export const orderItemShape = z.object({
  planName: z.object({ en: z.string(), ko: z.string() }),
  hostname: z.string(),
  cycle: z.enum(cycles),
  quantity: z.number().int(),
  /** What was chosen with the plan. */
  options: z.array(z.object({ en: z.string(), ko: z.string() })),
})

export const orderShape = z.object({
  id: z.string(),
  number: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  state: z.enum(orderStates),
  items: z.array(orderItemShape),
  total: moneyShape,
  /** Null: nothing of it was to be paid when it was ordered. */
  paymentRequestId: z.string().nullable(),
  invoiceId: z.string().nullable(),
  serviceIds: z.array(z.string()),
  createdAt: instantText,
  paidAt: instantText.nullable(),
  needsAttention: z.boolean(),
  /** What the staff said when they turned it down: for the staff only. */
  rejectReason: z.string().nullable(),
  can: z.object({ approve: z.boolean(), reject: z.boolean(), withdraw: z.boolean() }),
})

/** Of each percent of a coupon that is compared with others. */
export const armResultsShape = z.object({
  items: z.array(
    z.object({
      name: z.enum(armNames),
      percent: z.number().int(),
      /** Who typed the code and got it: once each. */
      visits: z.number().int(),
      /** Orders with it, and those of them whose invoice is paid. */
      uses: z.number().int(),
      paid: z.number().int(),
      /** What those paid, less what was given back. */
      revenue: z.array(moneyShape),
    }),
  ),
})

export const checkoutInput = z.object({
  cartToken: z.string().max(80),
  /** Absent for someone signed in. */
  person: z
    .object({
      name: z.string().trim().min(1).max(120),
      email: emailText,
      password: passwordText,
      phone: z.string().trim().max(40).optional(),
      /** The terms are agreed to below, with the order. */
      consents: consentInput.omit({ terms: true }),
    })
    .optional(),
  country: z.string().length(2),
  region: cartBuyerInput.shape.region,
  company: z.string().trim().max(160).optional(),
  taxId: z.string().trim().max(40).optional(),
  language: z.enum(["en", "ko"]),
  acceptTerms: z.literal(true),
  /** By whose recommendation they come. One that is none changes nothing about the order. */
  referralCode: z.string().trim().max(40).optional(),
  /** For a trial that asks for it: what is charged when it is over, and that its payer agrees to that. */
  trial: z.object({ methodId: idText, agrees: z.literal(true) }).optional(),
  /** What the buyer saw before the press: if it has become another total, nothing is ordered. */
  totalShown: moneyShape.optional(),
})

const tags = ["orders"]
const token = z.object({ token: z.string().max(80) })

export const ordersContract = {
  planChanges: planChangeContract,
  stayOffers: stayContract,
  couponArms: contract
    .route({
      method: "GET",
      path: "/coupons/{id}/arms",
      tags,
      summary: "What each of a coupon's percents has brought: visitors, orders, revenue",
    })
    .input(z.object({ id: idText }))
    .output(armResultsShape),
  carts: {
    create: contract
      .route({ method: "POST", path: "/carts", tags, successStatus: 201, summary: "An empty cart" })
      .input(z.object({ currency: z.enum(currencyCodes).optional() }))
      .output(cartShape),
    get: contract
      .route({ method: "GET", path: "/carts/{token}", tags, summary: "A cart, priced now" })
      .input(token)
      .output(cartShape),
    saveBuyer: contract
      .route({
        method: "PUT",
        path: "/carts/{token}/buyer",
        tags,
        summary: "Where its buyer is: it decides the tax, until somebody signs in",
      })
      .input(token.extend(cartBuyerInput.shape))
      .output(cartShape),
    addItem: contract
      .route({ method: "POST", path: "/carts/{token}/items", tags, summary: "Put a plan into the cart" })
      .input(token.extend(cartItemInput.shape))
      .output(cartShape),
    removeItem: contract
      .route({ method: "DELETE", path: "/carts/{token}/items/{itemId}", tags, summary: "Take it out again" })
      .input(token.extend({ itemId: idText }))
      .output(cartShape),
    addCoupon: contract
      .route({ method: "POST", path: "/carts/{token}/coupons", tags, summary: "Use a coupon" })
      .input(token.extend({ code: couponCode }))
      .output(cartShape),
    removeCoupon: contract
      .route({ method: "DELETE", path: "/carts/{token}/coupons/{code}", tags, summary: "Order without it" })
      .input(token.extend({ code: z.string().trim().toUpperCase().max(80) }))
      .output(cartShape),
  },
  checkout: contract
    .route({
      method: "POST",
      path: "/checkout",
      tags,
      successStatus: 201,
      summary: "Turn the cart into an order to be paid",
    })
    .input(checkoutInput)
    .output(orderShape),
  list: contract
    .route({ method: "GET", path: "/orders", tags, summary: "Orders" })
    .input(
      spanPageInput.extend({
        state: z.enum(orderStates).optional(),
        accountId: idText.optional(),
        /** What it begins with is enough. */
        number: z.string().max(40).optional(),
      }),
    )
    .output(pageOf(orderShape)),
  get: contract
    .route({ method: "GET", path: "/orders/{id}", tags, summary: "One order" })
    .input(z.object({ id: idText }))
    .output(orderShape),
  approve: contract
    .route({ method: "PUT", path: "/orders/{id}/approve", tags, summary: "Let a held order be built" })
    .input(z.object({ id: idText }))
    .output(orderShape),
  withdraw: contract
    .route({ method: "PUT", path: "/orders/{id}/withdraw", tags, summary: "Take an unpaid order back" })
    .input(z.object({ id: idText }))
    .output(orderShape),
  reject: contract
    .route({
      method: "PUT",
      path: "/orders/{id}/reject",
      tags,
      summary: "Say no to a held order, or to one whose building was taken back; its money is refunded",
    })
    .input(z.object({ id: idText, reason: z.string().trim().min(3).max(500) }))
    .output(orderShape),
}
