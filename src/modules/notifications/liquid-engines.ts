import { Liquid, type Template } from "liquidjs"
import { currencyCodes, type WireMoney } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { spellAmount, spellLongDay } from "#kit/spelling.ts"

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
    return spellAmount(amount, readLanguage(this.context.getSync(["mailLanguage"])))
  })
  engine.registerFilter("day", function (date: unknown) {
    const day = Temporal.PlainDate.from(String(date))
    const language = readLanguage(this.context.getSync(["mailLanguage"]))
    return spellLongDay(day.toString(), language)
  })
  return engine
}

/** Subjects and plain text are written as they are; in html every value is escaped. */
export const textEngine = keepParsed(createEngine(undefined))
export const htmlEngine = keepParsed(createEngine("escape"))

/** Of the house's words and those of many shops; a text is read once, however many mails are written with it. */
const MOST_TEXTS = 1_000

/** Words become the same template each time: reading them takes longer than filling them in. */
function keepParsed(engine: Liquid) {
  const kept = new Map<string, Template[]>()
  const parse = (words: string): Template[] => {
    const known = kept.get(words)
    if (known) return known
    const parsed = engine.parse(words)
    if (kept.size >= MOST_TEXTS) kept.clear()
    kept.set(words, parsed)
    return parsed
  }
  return {
    parseAndRenderSync: (words: string, scope: object): unknown => engine.renderSync(parse(words), scope),
  }
}

function readLanguage(value: unknown): Language {
  return value === "ko" ? "ko" : "en"
}

function isWireMoney(value: unknown): value is WireMoney {
  if (typeof value !== "object" || value === null) return false
  const { minor, currency } = value as Partial<WireMoney>
  return typeof minor === "string" && currencyCodes.some((code) => code === currency)
}
