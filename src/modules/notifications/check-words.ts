import type { Facts, Language } from "#kit/refusal.ts"
import { blankSecrets } from "./blank-secrets.ts"
import { describeLiquidError, type LiquidFault } from "./describe-liquid-error.ts"
import { htmlEngine, textEngine } from "./liquid-engines.ts"
import { HOSTILE_WORDS, spoilSample } from "./spoil-sample.ts"
import type { Template, TemplateWords } from "./template.ts"

export interface WordsFault {
  readonly code: LiquidFault["code"] | "subject_empty" | "not_escaped" | "link_missing"
  readonly facts: Facts
  readonly field: keyof TemplateWords
}

const fields = ["subject", "text", "html"] as const

/**
 * Words as they would go out, tried with every sample of their language, as it comes and made hostile. The first thing
 * that is wrong with them; undefined when nothing is.
 */
export function checkWords(
  template: Template,
  language: Language,
  words: TemplateWords,
): WordsFault | undefined {
  for (const field of fields) {
    for (const sample of template.samples[language]) {
      const fault = checkField({ template, language, words, field }, sample as object)
      if (fault) return { ...fault, field }
    }
  }
  return undefined
}

interface Trying {
  readonly template: Template
  readonly language: Language
  readonly words: TemplateWords
  readonly field: keyof TemplateWords
}

function checkField(trying: Trying, sample: object): Omit<WordsFault, "field"> | undefined {
  const { template, field } = trying
  const told = field === "subject" ? blankSecrets(template, sample) : sample
  const plain = tryField(trying, told)
  if (typeof plain !== "string") return plain
  const spoiled = tryField(trying, spoilSample(template, told as unknown) as object)
  if (typeof spoiled !== "string") return spoiled
  if (field === "html" && spoiled.includes(HOSTILE_WORDS.slice(0, 8)))
    return { code: "not_escaped", facts: {} }
  if (field === "subject") return plain.trim() === "" ? { code: "subject_empty", facts: {} } : undefined
  const values = sample as Readonly<Record<string, unknown>>
  const name = template.secrets.find((secret) => !plain.includes(String(values[secret])))
  return name ? { code: "link_missing", facts: { name } } : undefined
}

function tryField({ words, field, language }: Trying, data: object): string | LiquidFault {
  const engine = field === "html" ? htmlEngine : textEngine
  try {
    return String(engine.parseAndRenderSync(words[field], { ...data, mailLanguage: language }))
  } catch (error) {
    return describeLiquidError(error)
  }
}
