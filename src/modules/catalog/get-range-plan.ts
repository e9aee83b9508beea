import type { z } from "zod"
import { listPersonNames } from "#identity"
import { type Context, type Reach, within } from "#kit/context.ts"
import { catalogRefusals } from "./errors.ts"
import { findPlanHead } from "./find-plan-head.ts"
import { listVersions } from "./list-versions.ts"
import type { PlanVersion } from "./load-prices.ts"
import { type PlanChanges, type PlanText, planChanges } from "./plan-changes.ts"
import { ASK_AGAIN_PERCENT, type rangePlanShape } from "./range-contract.ts"

export type RangePlan = z.infer<typeof rangePlanShape>

/** A plan with its draft and everything that was ever on sale, each compared with what stood before it. */
export async function getRangePlan(
  ctx: Context,
  planId: string,
  reach: Reach = within(ctx.actor),
): Promise<RangePlan> {
  const head = await findPlanHead(ctx, reach, planId)
  if (!head) return catalogRefusals.refuse("catalog.plan_missing", { planId })
  const { plan, product, taken } = head
  const versions = await listVersions(ctx, reach, planId)
  const nameOf = await namesOf(ctx, versions)
  const published = versions.filter(({ publishedAt }) => publishedAt !== null)
  const current = published.find(({ id }) => id === plan.currentVersionId)
  const draft = versions.find(({ publishedAt }) => publishedAt === null)
  return {
    id: plan.id,
    productId: product.id,
    productName: product.name,
    slug: plan.slug,
    state: plan.state,
    position: plan.position,
    stock: { limit: plan.stockLimit, taken },
    askAgainPercent: ASK_AGAIN_PERCENT,
    draft: draft
      ? {
          text: describeText(draft),
          editedAt: draft.editedAt.toString(),
          editedBy: nameOf(draft.editedBy),
          changes: current ? describeChanges(planChanges(current, draft)) : null,
        }
      : null,
    versions: published.map((version, index) => {
      const before = published[index + 1]
      return {
        id: version.id,
        number: version.number,
        isCurrent: version.id === plan.currentVersionId,
        note: version.note,
        publishedAt: version.publishedAt?.toString() ?? "",
        publishedBy: nameOf(version.publishedBy ?? ""),
        text: describeText(version),
        changes: before ? describeChanges(planChanges(before, version)) : null,
      }
    }),
  }
}

/** Empty where no person did it: the demo's opening, a migration. */
async function namesOf(ctx: Context, versions: readonly PlanVersion[]): Promise<(id: string) => string> {
  const names = await listPersonNames(
    ctx,
    versions.flatMap(({ editedBy, publishedBy }) => [editedBy, publishedBy ?? ""]),
  )
  return (id) => names.get(id) ?? ""
}

function describeText({
  name,
  resources,
  packageId,
  prices,
  options,
  trial,
  meters,
}: PlanText): RangePlan["versions"][number]["text"] {
  const told: RangePlan["versions"][number]["text"]["prices"] = {}
  for (const { currency, cycle, amountMinor, setupMinor } of prices) {
    told[currency] = {
      ...told[currency],
      [cycle]: { amount: amountMinor.toString(), setupFee: setupMinor.toString() },
    }
  }
  return {
    name,
    resources: { ...resources },
    packageId,
    prices: told,
    options: [...options],
    trial,
    meters: meters.map((meter) => ({ ...meter, tiers: [...meter.tiers] })),
  }
}

function describeChanges({ fields, prices, largestPercent }: PlanChanges) {
  return {
    fields: [...fields],
    prices: prices.map(({ beforeMinor, afterMinor, ...rest }) => ({
      ...rest,
      before: beforeMinor?.toString() ?? null,
      after: afterMinor?.toString() ?? null,
    })),
    largestPercent,
  }
}
