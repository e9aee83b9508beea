import type { Language } from "#kit/refusal.ts"
import { inkOn } from "#kit/theme.ts"
import { blankSecrets, blankWhole } from "./blank-secrets.ts"
import { type Accent, dressBody, frame } from "./frame.ts"
import { htmlEngine, textEngine } from "./liquid-engines.ts"
import type { Template, TemplateWords } from "./template.ts"

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
  /** Where people choose which mails they get. */
  readonly preferencesUrl: string
}

/** Of advertising: why it came and how it is refused, in the reader's words. */
export interface RefusalWords {
  readonly why: string
  readonly refuse: string
  /** Refuses in their name, without a sign-in. */
  readonly url: string
}

export interface RenderedMessage {
  /** Written without secrets for everybody: subjects are read on locked screens. */
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for whoever reads along: no link in it opens anything. */
  readonly shownText: string
  readonly shownHtml: string
}

export interface Rendering<Data> {
  readonly language: Language
  readonly data: Data
  readonly brand: Brand
  /** The shop's own words in place of the house's. */
  readonly words?: TemplateWords
  readonly refusal?: RefusalWords
}

/** Words and data to a message; pure. Data of another shape than the template's is refused here, not sent. */
export function renderMessage<Data>(
  template: Template<Data>,
  { language, data, brand, words = template.words[language], refusal }: Rendering<NoInfer<Data>>,
): RenderedMessage {
  const whole = template.data.parse(data) as object
  const blank = blankSecrets(template, whole)
  const subject = oneLine(
    String(textEngine.parseAndRenderSync(words.subject, { ...blank, mailLanguage: language })),
  )
  const write = (told: object, way: RefusalWords | undefined) =>
    writeParts({
      words,
      brand,
      subject,
      language,
      scope: { ...told, mailLanguage: language },
      refusal: way,
      canChoose: template.kind !== null,
    })
  const sent = write(whole, refusal)
  const shown = write(blank, refusal && { ...refusal, url: blankWhole(refusal.url) })
  return { subject, ...sent, shownText: shown.text, shownHtml: shown.html }
}

interface Parts {
  readonly words: TemplateWords
  readonly brand: Brand
  readonly subject: string
  readonly language: Language
  readonly scope: object
  readonly refusal: RefusalWords | undefined
  /** The reader has an account, where they choose which mails they get. */
  readonly canChoose: boolean
}

function writeParts({ words, brand, subject, language, scope, refusal, canChoose }: Parts): {
  text: string
  html: string
} {
  const text = String(textEngine.parseAndRenderSync(words.text, scope)).trim()
  const accent = accentOf(brand)
  const choice = canChoose ? { words: choiceWords[language], url: brand.preferencesUrl } : null
  const html = htmlEngine.parseAndRenderSync(frame, {
    brand,
    ...accent,
    subject,
    language,
    preheader: preheaderOf(text),
    body: dressBody(String(htmlEngine.parseAndRenderSync(words.html, scope)), accent),
    refusal: refusal ?? null,
    choice,
    demo: demoWords[language],
  })
  return { text: `${text}\n\n${textFooter({ brand, refusal, choice, language })}\n`, html: String(html) }
}

/** What a list of mails shows beside the subject: the first thing said after the greeting, without addresses. */
function preheaderOf(text: string): string {
  const paragraphs = text.split(/\n\s*\n/)
  const said = paragraphs.length > 1 ? (paragraphs[1] ?? "") : text
  return oneLine(said.replaceAll(/https?:\/\/\S+/g, "")).slice(0, 140)
}

/** A brand's accent was let in because white or near-black can be read on it. */
function accentOf({ accent }: Brand): Accent {
  if (accent === null) return { accent: "#1d4ed8", accentInk: "#ffffff" }
  return { accent, accentInk: inkOn(accent) }
}

/** A subject is a header: a line break in a customer's name must not begin another one. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 250)
}

const demoWords: Readonly<Record<Language, string>> = {
  en: "Demo: this shop and its e-mails are not real.",
  ko: "데모용 메일입니다. 실제 쇼핑몰이 아닙니다.",
}

const choiceWords: Readonly<Record<Language, string>> = {
  en: "Choose which e-mails you get",
  ko: "받을 메일 설정",
}

function textFooter({
  brand,
  refusal,
  choice,
  language,
}: {
  readonly brand: Brand
  readonly refusal: RefusalWords | undefined
  readonly choice: { readonly words: string; readonly url: string } | null
  readonly language: Language
}): string {
  return [
    "--",
    brand.name,
    brand.legalName,
    ...brand.addressLines,
    brand.taxId,
    `${brand.email}  ${brand.phone}`,
    ...(brand.isDemo ? [demoWords[language]] : []),
    ...(refusal ? ["", refusal.why, `${refusal.refuse}: ${refusal.url}`] : []),
    ...(choice ? ["", `${choice.words}: ${choice.url}`] : []),
  ].join("\n")
}
