import { add, fromWire, toWire } from "#kit/money.ts"
import { formatAmount } from "../../i18n/format.ts"
import type { Language } from "../../i18n/languages.ts"
import type { Say } from "../../i18n/say.ts"
import type { Product } from "./offer.ts"
import type { words } from "./words.ts"

type WordKey = keyof (typeof words)["en"]

/** Everything the page's script may have to write, already in words: it counts nothing and formats nothing. */
export interface PriceBoard {
  readonly [planId: string]: {
    readonly words: Readonly<Record<"plan" | "cpu" | "memory" | "storage" | "traffic", string>>
    readonly cycles: Readonly<Partial<Record<string, BoardPrice>>>
  }
}

export interface BoardPrice {
  readonly amount: string
  /** Empty where there is none. */
  readonly setup: string
  readonly total: string
  /** "then 11,000 per month". */
  readonly later: string
  readonly term: string
}

export function writePriceBoard(product: Product, say: Say<WordKey>, language: Language): PriceBoard {
  return Object.fromEntries(
    product.plans.map((plan) => [
      plan.id,
      {
        words: {
          plan: plan.name[language],
          cpu: say("cores", { count: plan.resources.cpuCores }),
          memory: say("gigabytes", { count: plan.resources.memoryMb / 1_024 }),
          storage: say("gigabytes", { count: plan.resources.storageGb }),
          traffic: say("terabytes", { count: plan.resources.trafficGb / 1_000 }),
        },
        cycles: Object.fromEntries(
          plan.prices.map(({ cycle, amount, setupFee }) => {
            const price = formatAmount(amount, language)
            const total = toWire(add(fromWire(amount), fromWire(setupFee)))
            return [
              cycle,
              {
                amount: price,
                setup: setupFee.minor === "0" ? "" : formatAmount(setupFee, language),
                total: formatAmount(total, language),
                later:
                  cycle === "one_time"
                    ? say("paidOnce")
                    : say("thenEvery", { price, cycle: say("perCycle", { cycle }) }),
                term: say(cycle),
              },
            ]
          }),
        ),
      },
    ]),
  )
}
