import { z } from "zod"
import { contract, idText, moneyShape } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"
import { couponsContract } from "./coupon-contract.ts"
import { cycles, prepaidCycles } from "./cycle-contract.ts"
import { shopMeterShape } from "./meter-contract.ts"
import { chosenInput, chosenShape, shopOptionShape } from "./option-contract.ts"
import { rangeContract } from "./range-contract.ts"
import { trialShape } from "./trial-contract.ts"

export { armNames, couponCode } from "./coupon-contract.ts"
export { cycleLengths, cycles, prepaidCycles } from "./cycle-contract.ts"
export { meterCounts, meterInput, shopMeterShape, usageModels } from "./meter-contract.ts"
export { chosenInput, chosenShape, optionKinds, optionResources, shopOptionShape } from "./option-contract.ts"
export { visibilities } from "./range-contract.ts"
export { trialLimits, trialShape } from "./trial-contract.ts"

export const priceShape = z.object({
  id: z.string(),
  cycle: z.enum(cycles),
  amount: moneyShape,
  setupFee: moneyShape,
})

export const planShape = z.object({
  id: z.string(),
  /** What is on sale now, word for word: a change makes another one, and whoever bought keeps theirs. */
  versionId: z.string(),
  slug: z.string(),
  name: z.object({ en: z.string(), ko: z.string() }),
  resources: z.object({
    cpuCores: z.number().int(),
    memoryMb: z.number().int(),
    storageGb: z.number().int(),
    trafficGb: z.number().int(),
    ipv4: z.number().int(),
  }),
  prices: z.array(priceShape),
  /** What can be chosen with it, in the order in which it is shown. */
  options: z.array(shopOptionShape),
  /** So long it can be used before the first payment, once; null: it can't be tried. */
  trial: trialShape.nullable(),
  /** What is charged by use in this currency, beside what is paid ahead. */
  meters: z.array(shopMeterShape),
  soldOut: z.boolean(),
  /** How many are left, where there is a limit. */
  left: z.number().int().nullable(),
})

export const productShape = z.object({
  id: z.string(),
  slug: z.string(),
  type: z.enum(["vps"]),
  name: z.object({ en: z.string(), ko: z.string() }),
  description: z.object({ en: z.string(), ko: z.string() }),
  locations: z.array(z.object({ id: z.string(), name: z.object({ en: z.string(), ko: z.string() }) })),
  images: z.array(z.object({ id: z.string(), name: z.string() })),
  /** A person looks at each order before anything is built. */
  needsApproval: z.boolean(),
  plans: z.array(planShape),
})

export const configuredShape = z.object({
  /** For one cycle, before discounts: the plan with all that was chosen. */
  unit: moneyShape,
  setupFee: moneyShape,
  /** Both together: what the first payment is for. */
  total: moneyShape,
  plan: z.object({ amount: moneyShape, setupFee: moneyShape }),
  options: z.array(chosenShape),
})

export const catalogContract = {
  range: rangeContract,
  coupons: couponsContract,
  products: {
    list: contract
      .route({ method: "GET", path: "/catalog/products", tags: ["catalog"], summary: "What is for sale" })
      .input(z.object({ currency: z.enum(currencyCodes).optional() }))
      .output(z.object({ items: z.array(productShape) })),
    get: contract
      .route({
        method: "GET",
        path: "/catalog/products/{slug}",
        tags: ["catalog"],
        summary: "One product with its plans",
      })
      .input(z.object({ slug: z.string().max(60), currency: z.enum(currencyCodes).optional() }))
      .output(productShape),
  },
  plans: {
    price: contract
      .route({
        method: "GET",
        path: "/catalog/plans/{id}/price",
        tags: ["catalog"],
        summary: "What a plan costs with what is chosen: options[memory]=4",
      })
      .input(
        z.object({
          id: idText,
          cycle: z.enum(prepaidCycles).default("monthly"),
          currency: z.enum(currencyCodes).optional(),
          options: chosenInput.default({}),
        }),
      )
      .output(configuredShape),
  },
}
