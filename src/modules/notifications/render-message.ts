import { Liquid } from "liquidjs"
import { currencyCodes, formatMoney, fromWire, type WireMoney } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { inkOn } from "#kit/theme.ts"
import type { Template } from "./template.ts"

/** Whose name a message carries: from the tenant's settings. */
export interface Brand {
  readonly name: string
  readonly legalName: string
  readonly addressLines: readonly string[]
  readonly email: string
  readonly phone: string
  readonly taxId: string
  readonly isDemo: boolean
  /** "#1c5bd0": of the one thing to press. Null: the house's own. */
  readonly accent: string | null
  readonly logoUrl: string | null
}

export interface RenderedMessage {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Words and data to a message; pure. Data of another shape than the template's is refused here, not sent. */
export function renderMessage<Data>(
  template: Template<Data>,
  asked: { readonly language: Language; readonly data: NoInfer<Data>; readonly brand: Brand },
): RenderedMessage {
  const data = template.data.parse(asked.data)
  const words = template.words[asked.language]
  const scope = { ...(data as object), language: asked.language }
  const body: string = htmlEngine.parseAndRenderSync(words.html, scope)
  return {
    subject: oneLine(textEngine.parseAndRenderSync(words.subject, scope)),
    text: `${String(textEngine.parseAndRenderSync(words.text, scope)).trim()}\n\n${textFooter(asked.brand)}\n`,
    html: htmlEngine.parseAndRenderSync(frame, {
      brand: asked.brand,
      ...buttonOf(asked.brand),
      body,
      language: asked.language,
    }),
  }
}

/** A brand's accent was let in because white or near-black can be read on it. */
function buttonOf({ accent }: Brand): { accent: string; accentInk: string } {
  if (accent === null) return { accent: "#1d4ed8", accentInk: "#ffffff" }
  return { accent, accentInk: inkOn(accent) }
}

const locales = { en: "en-GB", ko: "ko-KR" } as const satisfies Record<Language, string>

function createEngine(outputEscape: "escape" | undefined): Liquid {
  const engine = new Liquid({
    // No file is within reach: templates come from memory, and there are none to include.
    templates: {},
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    ...(outputEscape ? { outputEscape } : {}),
    // Bounds for words that operators will edit: a loop in a loop in a loop ends here.
    parseLimit: 100_000,
    renderLimit: 500,
    memoryLimit: 10_000_000,
  })
  engine.registerFilter("money", function (amount: unknown) {
    if (!isWireMoney(amount)) throw new TypeError("The filter money takes an amount.")
    return formatMoney(fromWire(amount), locales[readLanguage(this.context.getSync(["language"]))])
  })
  engine.registerFilter("day", function (date: unknown) {
    const language = readLanguage(this.context.getSync(["language"]))
    return Temporal.PlainDate.from(String(date)).toLocaleString(locales[language], { dateStyle: "long" })
  })
  return engine
}

const textEngine = createEngine(undefined)
const htmlEngine = createEngine("escape")

function readLanguage(value: unknown): Language {
  return value === "ko" ? "ko" : "en"
}

function isWireMoney(value: unknown): value is WireMoney {
  if (typeof value !== "object" || value === null) return false
  const { minor, currency } = value as Partial<WireMoney>
  return typeof minor === "string" && currencyCodes.some((code) => code === currency)
}

/** A subject is a header: a line break in a customer's name must not begin another one. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 250)
}

function textFooter(brand: Brand): string {
  const demo = brand.isDemo ? ["Demo: this shop and its mails are not real. 데모용 메일입니다."] : []
  return [
    "--",
    brand.name,
    brand.legalName,
    ...brand.addressLines,
    brand.taxId,
    `${brand.email}  ${brand.phone}`,
    ...demo,
  ].join("\n")
}

/** The one frame: inline-free, narrow, dark and light; `body` was escaped when it was rendered. */
const frame = `<!doctype html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>
body { font: 16px/1.6 system-ui, "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; margin: 0; padding: 24px 12px; color-scheme: light dark }
main, footer { max-width: 560px; margin: 0 auto }
table { border-collapse: collapse; width: 100%; margin: 16px 0 }
td { padding: 6px 0; border-bottom: 1px solid #8884 } .amount { text-align: right } .total td { font-weight: 700 }
.button { display: inline-block; padding: 10px 20px; border-radius: 8px; background: {{ accent }}; color: {{ accentInk }}; text-decoration: none }
footer { margin-top: 32px; padding-top: 12px; border-top: 1px solid #8884; font-size: 13px; opacity: .8 }
</style>
</head>
<body>
<main>{% if brand.logoUrl %}<p><img src="{{ brand.logoUrl }}" alt="{{ brand.name }}" height="32"></p>
{% endif %}{{ body | raw }}</main>
<footer><strong>{{ brand.name }}</strong><br>{{ brand.legalName }}<br>
{% for line in brand.addressLines %}{{ line }}<br>{% endfor %}{{ brand.taxId }}<br>{{ brand.email }} · {{ brand.phone }}
{% if brand.isDemo %}<br><em>Demo: this shop and its mails are not real. 데모용 메일입니다.</em>{% endif %}</footer>
</body>
</html>
`
