import { z } from "zod"
import type { cycles } from "#catalog/contract"
import { contract, idText, moneyShape } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { quantityBounds } from "./quantity-contract.ts"
import { collections, subscriptionShape } from "./subscription-shape-contract.ts"

const tags = ["billing"]
const one = z.object({ id: idText })
const reason = z.string().trim().min(1).max(500)

/** Those that have a next time. */
export const repeatingCycles = [
  "daily",
  "monthly",
  "quarterly",
  "semiannual",
  "annual",
  "biennial",
  "triennial",
] as const satisfies readonly (typeof cycles)[number][]

/** What every way of changing one says of its own fields. */
const editable = z.object({
  memo: z.string().trim().max(2_000).nullable(),
  purchaseOrder: z.string().trim().max(60).nullable(),
  /** Between which its customer may choose the quantity by themselves; null: staff alone do. */
  quantityBounds: quantityBounds.nullable(),
})

/** What staff set up, change, put away, and what is in force. */
export const agreementContract = {
  current: contract
    .route({
      method: "GET",
      path: "/subscriptions/current",
      tags,
      summary: "What a customer has in force now, the soonest to end first",
    })
    .input(z.object({ accountId: idText.optional() }))
    .output(z.object({ items: z.array(subscriptionShape) })),
  create: contract
    .route({
      method: "POST",
      path: "/subscriptions",
      tags,
      summary: "Set one up for a customer; it begins once its first request is paid, and on its day",
    })
    .input(
      z.object({
        accountId: idText,
        planId: idText,
        cycle: z.enum(repeatingCycles),
        currency: z.enum(currencyCodes),
        /** For one cycle and one piece, as prices are shown; without: the catalogue's. */
        price: moneyShape.optional(),
        /** Why it costs something else than in the catalogue. */
        reason: z.string().trim().max(500).optional(),
        quantity: z.number().int().min(1).max(1_000).default(1),
        /** What it is for, beside the plan's name. */
        label: z.string().trim().max(120).optional(),
        /** Without: today. */
        startsOn: z.iso.date().optional(),
        collection: z.enum(collections).default("manual"),
        methodId: idText.optional(),
        ...editable.partial().shape,
      }),
    )
    .output(subscriptionShape),
  delete: contract
    .route({
      method: "DELETE",
      path: "/subscriptions/{id}",
      tags,
      summary: "Put what is over, or was never billed, out of sight; it can be restored",
    })
    .input(one.extend({ reason }))
    .output(subscriptionShape),
  restore: contract
    .route({ method: "POST", path: "/subscriptions/{id}/restore", tags, summary: "Bring a deleted one back" })
    .input(one.extend({ reason }))
    .output(subscriptionShape),
  update: contract
    .route({
      method: "PUT",
      path: "/subscriptions/{id}",
      tags,
      summary:
        "Staff's memo, the purchase order number, the quantities to choose between, and how its next times are paid; what is left out stays",
    })
    .input(
      one.extend(editable.partial().shape).extend({
        collection: z.enum(collections).optional(),
        methodId: idText.optional(),
      }),
    )
    .output(subscriptionShape),
  renew: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/renew",
      tags,
      summary: "Ask for the next cycle now; it counts once it is paid",
    })
    .input(one)
    .output(z.object({ paymentRequestId: z.string() })),
}
