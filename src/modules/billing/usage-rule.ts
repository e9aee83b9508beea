import type { PricedMeter } from "#catalog"
import {
  type Fraction,
  fraction,
  multiplied,
  parseDecimal,
  readFraction,
  writeFraction,
} from "#kit/fraction.ts"
import type { Currency } from "#kit/money.ts"
import type { LineReason, RuleFacts } from "./document.ts"
import { planUsage, type UsagePlan, type UsagePrice } from "./plan-usage.ts"

/** What was used in days that are over. */
export const USE_RULE = "use of a month"

/** What is used, of how many pieces, in which share of a month. */
export interface UseFacts {
  readonly meter: PricedMeter
  readonly used: Fraction
  readonly pieces: number
  readonly days: number
  readonly of: number
}

/** Everything the amount is computed from, as a line keeps it: the price list of that day goes along. */
export function writeUse({ meter, used, pieces, days, of }: UseFacts): RuleFacts {
  const included = multiplied(
    parseDecimal(meter.included),
    fraction(BigInt(pieces) * BigInt(days), BigInt(of)),
  )
  return {
    meter: meter.id,
    meterEn: meter.name.en,
    meterKo: meter.name.ko,
    unitEn: meter.unit.en,
    unitKo: meter.unit.ko,
    used: writeFraction(used),
    included: writeFraction(included),
    days: days.toString(),
    of: of.toString(),
    model: meter.model,
    ...(meter.packageSize === null ? {} : { packageSize: meter.packageSize }),
    tiers: meter.tiers.map(({ upTo, price }) => `${upTo ?? ""}:${price}`).join(";"),
  }
}

/** Back from the facts, and reckoned anew by them alone. */
export function planUse(facts: RuleFacts, currency: Currency): UsagePlan {
  return planUsage(readPrice(facts, currency), readFraction(facts["used"] ?? ""))
}

export function readUse({ facts, rule, unit }: LineReason): UsagePlan | undefined {
  return rule === USE_RULE && facts ? planUse(facts, unit.currency) : undefined
}

function readPrice(facts: RuleFacts, currency: Currency): UsagePrice {
  const { model = "", tiers: told = "", packageSize = "", included = "0" } = facts
  const common = { currency, included: readFraction(included) }
  const tiers = told.split(";").map((tier) => {
    const [upTo = "", unitPrice = ""] = tier.split(":")
    return { upTo: upTo === "" ? null : parseDecimal(upTo), unitPrice }
  })
  const [first] = tiers
  if (!first) throw new RangeError("A meter without prices.")
  switch (model) {
    case "flat":
      return { ...common, model, unitPrice: first.unitPrice }
    case "package":
      return { ...common, model, size: parseDecimal(packageSize), packagePrice: first.unitPrice }
    case "graduated":
    case "volume":
      return { ...common, model, tiers }
    default:
      throw new RangeError(`"${model}" is no model of prices.`)
  }
}
