import type { Template } from "./template.ts"

/** What stands in its place for whoever reads along. */
const BLANK = "…"

/**
 * The data as staff may see it: what the template calls secret is gone before a word is written with it, so no filter
 * and no rewording brings it back. A link with a question that nobody called secret loses the question all the same.
 */
export function blankSecrets(template: Pick<Template, "secrets">, data: object): object {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      template.secrets.includes(name) ? blankWhole(value) : blankQuestions(value),
    ]),
  )
}

/** Of a link the house it leads to stays: enough to see that there was one. */
export function blankWhole(value: unknown): string {
  const url = typeof value === "string" ? readLink(value) : undefined
  return url ? `${url.origin}/${BLANK}` : BLANK
}

function blankQuestions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(blankQuestions)
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, blankQuestions(part)]))
  }
  const url = typeof value === "string" ? readLink(value) : undefined
  return url && (url.search || url.hash) ? `${url.origin}${url.pathname}?${BLANK}` : value
}

function readLink(text: string): URL | undefined {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? new URL(text) : undefined
}
