import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import type { cycles } from "./contract.ts"
import { type Image, type Location, plans, prices, products, type Resources } from "./tables.ts"

export interface NewProduct {
  readonly slug: string
  readonly name: Say
  readonly description: Say
  readonly position: number
  readonly needsApproval: boolean
  readonly locations: readonly Location[]
  readonly images: readonly Image[]
  readonly plans: readonly NewPlan[]
}

export interface NewPlan {
  readonly slug: string
  readonly name: Say
  readonly resources: Resources
  readonly packageId: number
  readonly prices: readonly {
    readonly cycle: (typeof cycles)[number]
    readonly currency: Currency
    readonly amountMinor: bigint
    readonly setupMinor: bigint
  }[]
}

/** A product with its plans and prices, in as many statements as there are tables. */
export async function saveProduct(ctx: Context, wanted: NewProduct): Promise<{ productId: string }> {
  const productId = ctx.newId("prd")
  await ctx.db.insert(products).values({
    id: productId,
    slug: wanted.slug,
    type: "vps",
    name: wanted.name,
    description: wanted.description,
    state: "active",
    position: wanted.position,
    needsApproval: wanted.needsApproval,
    locations: [...wanted.locations],
    images: [...wanted.images],
  })
  const planRows = wanted.plans.map((plan, position) => ({
    id: ctx.newId("pln"),
    productId,
    slug: plan.slug,
    name: plan.name,
    state: "active" as const,
    position,
    resources: plan.resources,
    packageId: plan.packageId,
  }))
  await ctx.db.insert(plans).values(planRows)
  const priceRows = wanted.plans.flatMap((plan, index) =>
    plan.prices.map((price) => ({ id: ctx.newId("prc"), planId: planRows[index]?.id ?? "", ...price })),
  )
  await ctx.db.insert(prices).values(priceRows)
  return { productId }
}
