import { z } from "zod"
import { cycles } from "#catalog/contract"
import { boundedCount, contract, dateText, idText, pageOf, timedPageInput } from "#kit/contract.ts"
import { agreementContract } from "./agreement-contract.ts"
import { quantityContract } from "./quantity-contract.ts"
import { stayKinds } from "./stay-contract.ts"
import {
  collections,
  subscriptionDetailShape,
  subscriptionShape,
  subscriptionSorts,
  subscriptionStates,
  upcomingShape,
} from "./subscription-shape-contract.ts"

export {
  collections,
  latePolicies,
  subscriptionDetailShape,
  subscriptionShape,
  subscriptionSorts,
  subscriptionStates,
  upcomingShape,
} from "./subscription-shape-contract.ts"

/** What whoever cancels may say, if they like. */
export const cancelReasons = [
  "not_needed",
  "too_expensive",
  "missing_feature",
  "quality",
  "switching",
  "other",
] as const

const tags = ["billing"]
const one = z.object({ id: idText })
const reason = z.string().trim().min(1).max(500)

export const subscriptionContract = {
  ...agreementContract,
  quantity: quantityContract,
  list: contract
    .route({ method: "GET", path: "/subscriptions", tags, summary: "Subscriptions" })
    .input(
      timedPageInput.extend({
        accountId: idText.optional(),
        state: z.enum(subscriptionStates).optional(),
        subject: idText.optional(),
        planId: idText.optional(),
        cycle: z.enum(cycles).optional(),
        sort: z.enum(subscriptionSorts).optional(),
        /** For staff: those that were deleted, and no others. */
        deleted: z.coerce.boolean().optional(),
        /** What the customer's name begins with. */
        name: z.string().trim().max(120).optional(),
      }),
    )
    .output(pageOf(subscriptionShape)),
  extend: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/extend",
      tags,
      summary: "Ask for so many further cycles now; they count once they are paid",
    })
    .input(one.extend({ cycles: z.number().int().min(1).max(36) }))
    .output(z.object({ paymentRequestId: z.string() })),
  upcoming: contract
    .route({
      method: "GET",
      path: "/subscriptions/upcoming",
      tags,
      summary: "What will be asked for in the next twelve months if nothing changes",
    })
    .input(z.object({ accountId: idText.optional() }))
    .output(z.object({ items: z.array(upcomingShape) })),
  counts: contract
    .route({ method: "GET", path: "/subscriptions/counts", tags, summary: "How many stand in which state" })
    .output(
      z.object({
        counts: z.record(z.enum(subscriptionStates), boundedCount),
        /** Trials that are over within seven days. */
        trialsEnding: boundedCount,
      }),
    ),
  cancel: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/cancel",
      tags,
      summary: "Give it up, on its last day or at once",
    })
    .input(
      one.extend({
        at: z.enum(["end", "now"]),
        reason: z.enum(cancelReasons).optional(),
        comment: z.string().trim().max(1_000).optional(),
        /** What was offered on the same screen, if anything was. */
        offered: z.enum(stayKinds).optional(),
      }),
    )
    .output(subscriptionShape),
  chooseCollection: contract
    .route({
      method: "PUT",
      path: "/subscriptions/{id}/collection",
      tags,
      summary: "Pay by a saved method on the due day, or by hand",
    })
    .input(one.extend({ collection: z.enum(collections), methodId: idText.optional() }))
    .output(subscriptionShape),
  keep: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/keep",
      tags,
      summary: "Take the cancellation back before it takes effect",
    })
    .input(one)
    .output(subscriptionShape),
  pause: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/pause",
      tags,
      summary: "Let it stand still from the end of its paid time until a day, and pay for none of it",
    })
    .input(one.extend({ until: dateText.regex(/^\d{4}-\d{2}-\d{2}$/) }))
    .output(subscriptionShape),
  resume: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/resume",
      tags,
      summary: "Take a pause back, or end it today; what then has to be paid is asked for",
    })
    .input(one)
    .output(subscriptionShape),
  grace: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/grace",
      tags,
      summary: "Wait for a promised payment until a day; what was suspended runs again",
    })
    .input(one.extend({ until: dateText.regex(/^\d{4}-\d{2}-\d{2}$/), reason }))
    .output(subscriptionShape),
  suspend: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/suspend",
      tags,
      summary: "Suspend what is overdue before the policy does",
    })
    .input(one.extend({ reason }))
    .output(subscriptionShape),
  grant: contract
    .route({
      method: "POST",
      path: "/subscriptions/{id}/grant",
      tags,
      summary: "Give so many cycles for nothing",
    })
    .input(one.extend({ cycles: z.number().int().min(1).max(12), reason }))
    .output(subscriptionShape),
  free: contract
    .route({ method: "PUT", path: "/subscriptions/{id}/free-until", tags, summary: "Give it for nothing" })
    .input(one.extend({ until: z.iso.date().nullable(), reason }))
    .output(subscriptionShape),
  get: contract
    .route({ method: "GET", path: "/subscriptions/{id}", tags, summary: "One subscription" })
    .input(one)
    .output(subscriptionDetailShape),
}
