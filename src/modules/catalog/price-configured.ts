import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import { add, type Currency, sum, times, toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { chooseOptions, type SentOptions } from "./choose-options.ts"
import type { configuredShape } from "./contract.ts"
import { catalogRefusals } from "./errors.ts"
import { findPlanHead } from "./find-plan-head.ts"
import { getSellablePlan, type PlanWish } from "./get-sellable-plan.ts"
import { describeChosen } from "./option.ts"

export interface Configuration {
  readonly id: string
  readonly cycle: PlanWish["cycle"]
  /** A currency the shop doesn't sell in becomes its own first one. */
  readonly currency?: Currency | undefined
  readonly options: SentOptions
}

/** What a plan costs with what is chosen, part by part. */
export async function priceConfigured(
  ctx: Context,
  { id, cycle, options, ...wish }: Configuration,
): Promise<z.infer<typeof configuredShape>> {
  const settings = await getSettings(ctx)
  const currency = settings.currencies.find((code) => code === wish.currency) ?? settings.defaultCurrency
  if (!(await findPlanHead(ctx, { kind: "all" }, id))) {
    return catalogRefusals.refuse("catalog.plan_missing", { id })
  }
  const plan = await getSellablePlan(ctx, { planId: id, cycle, currency })
  const chosen = chooseOptions(plan.options, options, { cycle, currency })
  const unit = sum(currency, [plan.unit, ...chosen.map((one) => times(one.unit, BigInt(one.quantity)))])
  const setup = sum(currency, [plan.setupFee, ...chosen.map((one) => one.setup)])
  return {
    unit: toWire(unit),
    setupFee: toWire(setup),
    total: toWire(add(unit, setup)),
    plan: { amount: toWire(plan.unit), setupFee: toWire(plan.setupFee) },
    options: chosen.map(describeChosen),
  }
}
