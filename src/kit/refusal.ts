/** A "no" that was foreseen: a declared code, words for people in every language, facts for the log only. */
export interface RefusalDeclaration {
  readonly status: 400 | 401 | 402 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503
  readonly say: Say
}

export type Language = "en" | "ko"
export type Say = Readonly<Record<Language, string>>
export type Facts = Readonly<Record<string, string | number | boolean | null>>

export interface RefusalDetail {
  /** For the log: the reason a person outside need not know. */
  readonly because?: string
  /** The input field the words belong to, as a JSON pointer path: "email", "items/0/quantity". */
  readonly field?: string
  readonly retryAfterSeconds?: number
  readonly cause?: unknown
}

export class Refusal extends Error {
  override readonly name = "Refusal"
  readonly code: string
  readonly declaration: RefusalDeclaration
  readonly facts: Facts
  readonly detail: RefusalDetail

  constructor(code: string, declaration: RefusalDeclaration, facts: Facts, detail: RefusalDetail) {
    super(`${code}${detail.because ? `: ${detail.because}` : ""}`, { cause: detail.cause })
    this.code = code
    this.declaration = declaration
    this.facts = facts
    this.detail = detail
  }
}

/**
 * A module declares its refusals once and gets a `refuse` that knows only its own codes:
 * `const { refuse } = declareRefusals("billing", { invoice_already_paid: { status: 409, say: … } })`
 */
export function declareRefusals<Module extends string, Codes extends Record<string, RefusalDeclaration>>(
  module: Module,
  declarations: Codes,
) {
  type Code = `${Module}.${Extract<keyof Codes, string>}`
  const create = (code: Code, facts: Facts = {}, detail: RefusalDetail = {}): Refusal => {
    const declaration = declarations[code.slice(module.length + 1)]
    if (!declaration) throw new Error(`${code} is not declared`)
    return new Refusal(code, declaration, facts, detail)
  }
  const refuse = (code: Code, facts?: Facts, detail?: RefusalDetail): never => {
    throw create(code, facts, detail)
  }
  return { module, declarations, create, refuse }
}

/** Words of a refusal in a language, with its facts put in: "{limit}" becomes the fact `limit`. */
export function sayRefusal(refusal: Refusal, language: Language): string {
  return refusal.declaration.say[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in refusal.facts ? String(refusal.facts[name]) : whole,
  )
}
