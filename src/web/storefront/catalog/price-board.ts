import type { Currency } from "#kit/money.ts"
import { formatAmount } from "../../i18n/format.ts"
import type { Language } from "../../i18n/languages.ts"
import type { Say } from "../../i18n/say.ts"
import type { Product } from "./offer.ts"
import type { BoardOption, BoardPlan, BoardPrice } from "./setup-sum.ts"
import { sizeOf } from "./size-of.ts"
import type { words } from "./words.ts"

/** All that the page's script needs: it adds up what was chosen (setup-sum.ts) and writes it in the page's own way. */
export interface PriceBoard {
  readonly currency: Currency
  readonly plans: Readonly<Record<string, OfferOnBoard>>
  /** By term: "{price} per month", with a place for the price. */
  readonly each: Readonly<Record<string, string>>
}

export interface OfferOnBoard extends BoardPlan {
  readonly words: Readonly<Record<"plan" | "cpu" | "memory" | "storage" | "traffic", string>>
  /** "then {price} per month", with a place for the price. */
  readonly terms: Readonly<Partial<Record<string, { readonly later: string; readonly term: string }>>>
}

export function writePriceBoard(
  product: Product,
  { currency, say, language }: { currency: Currency; say: Say<(typeof words)["en"]>; language: Language },
): PriceBoard {
  const plans = product.plans.map((plan) => {
    const offer: OfferOnBoard = {
      words: {
        plan: plan.name[language],
        cpu: say("cores", { count: plan.resources.cpuCores }),
        memory: say("gigabytes", { count: plan.resources.memoryMb / 1_024 }),
        storage: say(...sizeOf(plan.resources.storageGb)),
        traffic: say(...sizeOf(plan.resources.trafficGb)),
      },
      cycles: byTerm(plan.prices),
      terms: Object.fromEntries(
        plan.prices.map(({ cycle }) => {
          const later =
            cycle === "one_time"
              ? say("paidOnce")
              : say("thenEvery", { each: say("priceEach", { cycle, price: "{price}" }) })
          return [cycle, { later, term: say(cycle) }]
        }),
      ),
      options: plan.options.map(writeOption),
    }
    return [plan.id, offer] as const
  })
  const each = product.plans
    .flatMap(({ prices }) => prices)
    .map(({ cycle }) => [cycle, say("priceEach", { cycle, price: "{price}" })] as const)
  return { currency, plans: Object.fromEntries(plans), each: Object.fromEntries(each) }
}

type Option = Product["plans"][number]["options"][number]

export function writeOption({ id, kind, min, max, included, prices, choices }: Option): BoardOption {
  const usual =
    kind === "number" ? String(Math.max(min, included)) : kind === "choice" ? (choices[0]?.id ?? "") : ""
  return {
    id,
    kind,
    usual,
    min,
    max,
    included,
    prices: byTerm(prices),
    choices: Object.fromEntries(choices.map((choice) => [choice.id, byTerm(choice.prices)])),
  }
}

function byTerm(prices: Option["prices"]): Record<string, BoardPrice> {
  return Object.fromEntries(
    prices.map(({ cycle, amount, setupFee }) => [cycle, { minor: amount.minor, setup: setupFee.minor }]),
  )
}

/** An amount of the board, as a Korean or an English page writes it. */
export function showMinor(minor: bigint | string, currency: Currency, language: Language): string {
  return formatAmount({ minor: minor.toString(), currency }, language)
}

/** A price with its term: "₩11,000 per month", "월 11,000원". */
export function inWords({ each }: Pick<PriceBoard, "each">, cycle: string, price: string): string {
  return (each[cycle] ?? "{price}").replace("{price}", price)
}

/** How a page writes what is added: in its language, for the term that is chosen. */
export interface ExtraWays {
  readonly currency: Currency
  readonly language: Language
  readonly once: string
  /** "{price} per month" */
  readonly each: string
}

export function waysOf(
  { currency, each }: PriceBoard,
  { cycle, language, once }: { cycle: string; language: Language; once: string },
): ExtraWays {
  return { currency, language, once, each: each[cycle] ?? "{price}" }
}

/** "+₩3,300 per month", with what is paid once where something is; empty where it costs nothing. */
export function showExtra(
  price: { readonly minor: bigint | string; readonly setup: bigint | string },
  { currency, language, once, each }: ExtraWays,
): string {
  const [minor, setup] = [BigInt(price.minor), BigInt(price.setup)]
  return [
    ...(minor > 0n ? [each.replace("{price}", `+${showMinor(minor, currency, language)}`)] : []),
    ...(setup > 0n ? [`+${showMinor(setup, currency, language)}\u00a0${once}`] : []),
  ].join(", ")
}
