/** Takes secrets out of what goes into logs, traces and the operations list, and leaves ids and amounts readable. */
export const REDACTED = "[redacted]"

const SECRET_KEY =
  /^(.*(authorization|password|passwd|passphrase|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|cookie|credential|signature|cvc|cvv|iban|card[-_]?number)|pan|pin|otp|auth|key|bearer|sig)$/i

export function isSecretKey(name: string): boolean {
  return SECRET_KEY.test(name)
}

/** Any value: objects and arrays are walked, text is searched for what looks like a secret. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value)
  if (typeof value !== "object" || value === null) return value
  // Twelve levels: deeper than any provider's answer, and an end for cycles.
  if (depth > 12) return REDACTED
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isSecretKey(name) && inner !== null && inner !== "" ? REDACTED : redact(inner, depth + 1),
    ]),
  )
}

/** A body as it went over the wire: JSON and forms by their structure, anything else by its looks. */
export function redactBody(text: string, contentType = ""): string {
  const parsed = parseJson(text)
  if (parsed !== undefined && typeof parsed === "object") return JSON.stringify(redact(parsed))
  if (contentType.includes("x-www-form-urlencoded")) return redactQuery(text)
  return redactText(text)
}

export function redactQuery(query: string): string {
  return query.replace(/(^|[?&])([^=&]*)=([^&#]*)/g, (_whole, start: string, name: string, value: string) => {
    const shown = isSecretKey(decode(name)) ? REDACTED : encodeURIComponent(redactText(decode(value)))
    return `${start}${name}=${shown}`
  })
}

/** "/a/b?x=1": the path is kept, its query redacted. */
export function redactPath(path: string): string {
  const at = path.indexOf("?")
  const clean = redactText(at < 0 ? path : path.slice(0, at))
  return at < 0 ? clean : `${clean}?${redactQuery(path.slice(at + 1))}`
}

export function redactText(text: string): string {
  return text
    .replace(/-----BEGIN [A-Z ]+-----[\s\S]*?(-----END [A-Z ]+-----|$)/g, REDACTED)
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi, (_whole, scheme: string) => `${scheme} ${REDACTED}`)
    .replace(/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, REDACTED)
    .replace(/\bsealed:v\d+:[\w:-]+/g, REDACTED)
    .replace(
      /("?(?:[\w-]*(?:password|secret|token|api[-_]?key|authorization|cookie))"?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|[^\s,;&"}]+)/gi,
      (_whole, start: string) => `${start}${REDACTED}`,
    )
    .replace(/(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g, (digits) =>
      isCardNumber(digits) ? REDACTED : digits,
    )
    .replace(/:\/\/[^/\s:@]+:[^/\s@]+@/g, `://${REDACTED}@`)
}

/** Luhn: so that order numbers and amounts of that length stay readable nine times out of ten. */
function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, "")
  let total = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    total += doubled > 9 ? doubled - 9 : doubled
  }
  return total % 10 === 0
}

function parseJson(text: string): unknown {
  const first = text.trimStart()[0]
  if (first !== "{" && first !== "[") return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "))
  } catch {
    return text
  }
}
