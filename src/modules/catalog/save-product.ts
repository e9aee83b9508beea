import { and, eq, inArray } from "drizzle-orm"
import { actorId, type Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import type { Say } from "#kit/refusal.ts"
import type { cycles } from "./contract.ts"
import type { PlanOption } from "./option.ts"
import { type Image, type Location, plans, planVersions, prices, products, type Resources } from "./tables.ts"
import type { PlanTrial } from "./trial.ts"

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
  readonly options?: readonly PlanOption[]
  readonly trial?: PlanTrial | null
}

/** A product with its plans, each with a first version on sale, in as many statements as it takes tables and moves. */
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
  const planRows = wanted.plans.map(({ slug }, position) => ({
    id: ctx.newId("pln"),
    productId,
    slug,
    state: "active" as const,
    position,
  }))
  await ctx.db.insert(plans).values(planRows)
  await publishFirst(
    ctx,
    wanted.plans.map((plan, index) => ({ plan, planId: planRows[index]?.id ?? "" })),
  )
  return { productId }
}

async function publishFirst(
  ctx: Context,
  wanted: readonly { readonly plan: NewPlan; readonly planId: string }[],
): Promise<void> {
  const by = actorId(ctx.actor)
  const now = ctx.clock.now()
  const drafts = wanted.map(
    ({ plan: { name, resources, packageId, options = [], trial = null }, planId }) => ({
      id: ctx.newId("plv"),
      planId,
      number: 1,
      name,
      resources,
      packageId,
      options: [...options],
      trial,
      editedAt: now,
      editedBy: by,
    }),
  )
  await ctx.db.insert(planVersions).values(drafts)
  const priceRows = wanted.flatMap(({ plan }, index) =>
    plan.prices.map((price) => ({ id: ctx.newId("prc"), versionId: drafts[index]?.id ?? "", ...price })),
  )
  await ctx.db.insert(prices).values(priceRows)
  const versionIds = drafts.map(({ id }) => id)
  await ctx.db
    .update(planVersions)
    .set({ publishedAt: now, publishedBy: by })
    .where(inArray(planVersions.id, versionIds))
  await ctx.db
    .update(plans)
    .set({ currentVersionId: planVersions.id })
    .from(planVersions)
    .where(
      and(
        eq(planVersions.tenantId, plans.tenantId),
        eq(planVersions.planId, plans.id),
        inArray(planVersions.id, versionIds),
      ),
    )
}
