import { eventIterator } from "@orpc/contract"
import { z } from "zod"
import { contract, dateText, idText, instantText, pageInput, pageOf } from "#kit/contract.ts"

/** May it be charged: yes; never again; not before its payer has confirmed once themselves. */
export const methodStates = ["usable", "dead", "needs_authentication"] as const

/** A page where a method is left: opening, open, and what became of it. */
export const setupStates = ["created", "waiting_for_payer", "done", "declined", "abandoned"] as const

export const methodShape = z.object({
  id: z.string(),
  accountId: z.string(),
  gateway: z.string(),
  /** "visa"; as the gateway calls it. */
  brand: z.string(),
  lastFour: z.string(),
  /** Its last day. */
  expiresOn: dateText.nullable(),
  state: z.enum(methodStates),
  /** Why it can't be charged, and what to do, in the reader's language. */
  words: z.string().nullable(),
  /** Charged where nothing else was said. */
  isDefault: z.boolean(),
  /** When its payer agreed to being charged while away. */
  consentedAt: instantText,
  createdAt: instantText,
  chargedAt: instantText.nullable(),
})

export const setupShape = z.object({
  id: z.string(),
  accountId: z.string(),
  state: z.enum(setupStates),
  /** The gateway's page, while it waits. */
  redirectUrl: z.string().nullable(),
  /** Why nothing was added, in the reader's language. */
  words: z.string().nullable(),
  methodId: z.string().nullable(),
})

const tags = ["payments"]
const byId = z.object({ id: idText })

export const methodsContract = {
  methods: {
    list: contract
      .route({ method: "GET", path: "/payment-methods", tags, summary: "Saved payment methods" })
      .input(pageInput.extend({ accountId: idText.optional() }))
      .output(pageOf(methodShape)),
    makeDefault: contract
      .route({
        method: "PUT",
        path: "/payment-methods/{id}/default",
        tags,
        summary: "Charge this one where nothing else was said",
      })
      .input(byId)
      .output(methodShape),
    /** Always possible. What was to be charged to it is asked for by hand, or charged to the default that is left. */
    remove: contract
      .route({ method: "DELETE", path: "/payment-methods/{id}", tags, summary: "Never charge this again" })
      .input(byId)
      .output(z.object({ defaultId: z.string().nullable() })),
  },
  setups: {
    start: contract
      .route({
        method: "POST",
        path: "/accounts/{id}/payment-method-setups",
        tags,
        summary: "Open the payment service's page to add a payment method",
        successStatus: 201,
      })
      .input(byId.extend({ gateway: z.string().max(40).default("sandbox-card") }))
      .output(setupShape),
    get: contract
      .route({
        method: "GET",
        path: "/payment-method-setups/{id}",
        tags,
        summary: "What became of adding one",
      })
      .input(byId)
      .output(setupShape),
    refresh: contract
      .route({
        method: "PUT",
        path: "/payment-method-setups/{id}/refresh",
        tags,
        summary: "Ask the payment service what became of it",
      })
      .input(byId)
      .output(setupShape),
    progress: contract
      .route({
        method: "GET",
        path: "/payment-method-setups/{id}/progress",
        tags,
        summary: "The same, live (server-sent events)",
      })
      .input(byId)
      .output(eventIterator(setupShape)),
  },
}
