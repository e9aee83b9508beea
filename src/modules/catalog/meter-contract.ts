import { z } from "zod"
import { currencyCodes } from "#kit/money.ts"
import { optionId } from "./option-contract.ts"

/** How a quantity becomes an amount. */
export const usageModels = [
  /** Every piece costs the same. */
  "flat",
  /** Each piece costs what its tier says. */
  "graduated",
  /** All pieces cost what the tier says that the whole quantity lies in. */
  "volume",
  /** Begun packages cost a whole one. */
  "package",
] as const

/** Records of quantities, or sessions with a start and a stop that are counted in hours. */
export const meterCounts = ["amount", "time"] as const

export const MOST_METERS = 10
export const MOST_TIERS = 20

const words = z.object({ en: z.string(), ko: z.string() })
const named = (most: number) =>
  z.object({ en: z.string().trim().min(1).max(most), ko: z.string().trim().min(1).max(most) })

/** "0.0035": exactly what a price list says, never a floating number. */
export const decimalText = z
  .string()
  .trim()
  .regex(/^\d{1,12}(?:\.\d{1,10})?$/, "decimal")

export const meterInput = z.object({
  /** What records of use name it by. */
  id: optionId,
  name: named(60),
  /** What is counted: "GB". Sessions are counted in hours, whatever it says. */
  unit: named(20),
  counts: z.enum(meterCounts).default("amount"),
  /** Free in each month of use and for each piece; of a month that is cut short, its share by days. */
  included: decimalText.default("0"),
  model: z.enum(usageModels).default("flat"),
  /** How much a package holds; of other models null. */
  packageSize: decimalText.nullable().default(null),
  /** Rising; the last has no end. Flat prices and packages have one. */
  tiers: z
    .array(
      z.object({
        upTo: decimalText.nullable().default(null),
        /** For one unit (or package), in the currency's main unit: `{"KRW":"3.5","USD":"0.0025"}`. */
        prices: z.partialRecord(z.enum(currencyCodes), decimalText),
      }),
    )
    .min(1)
    .max(MOST_TIERS),
})
export const metersInput = z.array(meterInput).max(MOST_METERS)

export const meterShape = z.object({
  id: z.string(),
  name: words,
  unit: words,
  counts: z.enum(meterCounts),
  included: z.string(),
  model: z.enum(usageModels),
  packageSize: z.string().nullable(),
  tiers: z.array(
    z.object({ upTo: z.string().nullable(), prices: z.partialRecord(z.enum(currencyCodes), z.string()) }),
  ),
})

/** As the shop window shows it, in one currency. */
export const shopMeterShape = meterShape.omit({ tiers: true }).extend({
  tiers: z.array(z.object({ upTo: z.string().nullable(), price: z.string() })),
})
