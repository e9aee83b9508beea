import { listPriceTargets, type PlanVersion } from "#catalog"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import type { PriceChange } from "./get-change.ts"
import type { ChangeGround } from "./load-wish.ts"
import { findPriceRule } from "./price-rules.ts"

const wholeHouse: Reach = { kind: "all" }

/** What a change that was started is computed from today. */
export async function groundOf(ctx: Context, change: PriceChange): Promise<ChangeGround> {
  const settings = await getSettings(ctx)
  const today = ctx.clock.today(settings.timeZone)
  const targets: PlanVersion[] = []
  for (const [index, versionId] of change.versionIds.entries()) {
    const planId = change.planIds[index]
    targets.push(...(await listPriceTargets(ctx, wholeHouse, { planId, versionId })))
  }
  const { fromOn } = change
  return {
    today,
    fromOn,
    settings,
    targets,
    rule: findPriceRule({ country: settings.seller.country, on: fromOn }),
  }
}
