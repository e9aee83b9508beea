import { z } from "zod"
import { contract } from "#kit/contract.ts"

const stepShape = z.object({
  /** Whole months since the first payment of the customer's oldest agreement that still runs. */
  months: z.number().int().min(1).max(240),
  percent: z.number().int().min(1).max(50),
})

export const loyaltyPolicyShape = z.object({
  /** The highest step that was reached holds; none: nobody gets anything for staying. */
  steps: z.array(stepShape).max(6),
})

const tags = ["billing"]

export const loyaltyContract = {
  get: contract
    .route({ method: "GET", path: "/loyalty-policy", tags, summary: "What is off for customers who stay" })
    .output(loyaltyPolicyShape),
  save: contract
    .route({ method: "PUT", path: "/loyalty-policy", tags, summary: "Decide what is off for them" })
    .input(loyaltyPolicyShape)
    .output(loyaltyPolicyShape),
}
