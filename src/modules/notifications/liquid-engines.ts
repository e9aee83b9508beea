import { Liquid } from "liquidjs"
import { currencyCodes, formatMoney, fromWire, type WireMoney } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"

const locales = { en: "en-GB", ko: "ko-KR" } as const satisfies Record<Language, string>

function createEngine(outputEscape: "escape" | undefined): Liquid {
  const engine = new Liquid({
    // No file is within reach: templates come from memory, and there are none to include.
    templates: {},
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    ...(outputEscape ? { outputEscape } : {}),
    // Bounds for words that staff may edit: a loop in a loop in a loop ends here.
    parseLimit: 100_000,
    renderLimit: 500,
    memoryLimit: 10_000_000,
  })
  engine.registerFilter("money", function (amount: unknown) {
    if (!isWireMoney(amount)) throw new TypeError("The filter money takes an amount.")
    return formatMoney(fromWire(amount), locales[readLanguage(this.context.getSync(["mailLanguage"]))])
  })
  engine.registerFilter("day", function (date: unknown) {
    const language = readLanguage(this.context.getSync(["mailLanguage"]))
    return Temporal.PlainDate.from(String(date)).toLocaleString(locales[language], { dateStyle: "long" })
  })
  return engine
}

/** Subjects and plain text are written as they are; in html every value is escaped. */
export const textEngine = createEngine(undefined)
export const htmlEngine = createEngine("escape")

function readLanguage(value: unknown): Language {
  return value === "ko" ? "ko" : "en"
}

function isWireMoney(value: unknown): value is WireMoney {
  if (typeof value !== "object" || value === null) return false
  const { minor, currency } = value as Partial<WireMoney>
  return typeof minor === "string" && currencyCodes.some((code) => code === currency)
}
