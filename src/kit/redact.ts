import { isCardNumber, redactShapes } from "./redact-shapes.ts"
import { isSecretName } from "./secret-names.ts"

/** What stands where a secret stood. */
export const REDACTED = "[redacted]"

export interface RedactionOptions {
  /** Names of fields that are secret here, besides the well-known ones. */
  readonly fields?: readonly string[]
  /** Names that look secret but are no more than ids here: "paymentKey". */
  readonly readable?: readonly string[]
  /** Values known to be secret: they go wherever they turn up. */
  readonly secrets?: readonly string[]
}

/** Takes secrets out of what people will read; ids, amounts and words stay. */
export interface Redactor {
  value(value: unknown): unknown
  /** Free text: log lines, error messages, XML, JSON that broke off. */
  text(text: string): string
  /** A request's or an answer's body, by what it looks like. */
  body(text: string, contentType?: string): string
  headers(headers: Readonly<Record<string, string | readonly string[] | undefined>>): Record<string, string>
  /** "a=b&c=d" */
  query(query: string): string
  /** "/servers/7?page=2" */
  target(target: string): string
}

export function createRedactor(options: RedactionOptions = {}): Redactor {
  const rules: Rules = {
    isSecret: rememberNames((name) => isSecretName(name, options.fields ?? [], options.readable ?? [])),
    // Longest first, so a secret that contains another leaves no tail.
    secrets: (options.secrets ?? []).flatMap(spellings).sort((left, right) => right.length - left.length),
  }
  const query = (text: string) => redactQuery(text, rules)
  return {
    value: (value) => redactValue(value, rules, { depth: 0, left: MOST_NODES }),
    text: (text) => redactText(text, rules),
    body: (text, contentType = "") => redactBody(text, contentType, rules),
    headers: (headers) => redactHeaders(headers, rules),
    query,
    target: (target) => {
      const cut = target.indexOf("?")
      return cut < 0
        ? redactText(target, rules)
        : `${redactText(target.slice(0, cut), rules)}?${query(target.slice(cut + 1))}`
    },
  }
}

const MOST_NAMES = 1_000
const LONGEST_NAME = 40

/** The same few names come again and again; those made up to fill a memory are soon forgotten. */
function rememberNames(judge: (name: string) => boolean): (name: string) => boolean {
  const judged = new Map<string, boolean>()
  return (name) => {
    const known = judged.get(name)
    if (known !== undefined) return known
    const verdict = judge(name)
    if (name.length > LONGEST_NAME) return verdict
    if (judged.size >= MOST_NAMES) judged.clear()
    judged.set(name, verdict)
    return verdict
  }
}

/** The values that stand under secret names, so that they can be scrubbed where they come back. */
export function secretsIn(value: unknown, options: RedactionOptions = {}): string[] {
  const found: string[] = []
  collectSecrets(value, options, found, { isSecret: false, depth: 0 })
  return found
}

interface Rules {
  readonly isSecret: (name: string) => boolean
  readonly secrets: readonly string[]
}

/** Deeper or longer than this nobody reads it, and what is not looked at must not be shown. */
const MOST_DEPTH = 24
const MOST_NODES = 20_000
const MOST_COLLECTED = 100
/** Bodies beyond this are shown as text is, by their beginning, and cost no parsing. */
const MOST_PARSED = 2_000_000

interface Walk {
  depth: number
  left: number
}

function collectSecrets(
  value: unknown,
  options: RedactionOptions,
  found: string[],
  at: { readonly isSecret: boolean; readonly depth: number },
): void {
  if (found.length >= MOST_COLLECTED || at.depth > MOST_DEPTH) return
  if (at.isSecret && (typeof value === "string" || typeof value === "number")) found.push(String(value))
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return
  for (const [key, inner] of Object.entries(value)) {
    const isSecret = at.isSecret || isSecretName(key, options.fields ?? [], options.readable ?? [])
    collectSecrets(inner, options, found, { isSecret, depth: at.depth + 1 })
  }
}

function redactValue(value: unknown, rules: Rules, walk: Walk): unknown {
  walk.left--
  if (walk.depth > MOST_DEPTH || walk.left < 0) return "[cut]"
  if (typeof value === "string") return redactLeaf(value, rules, walk)
  if (typeof value === "number" || typeof value === "bigint") return redactNumber(value, rules)
  if (typeof value !== "object" || value === null) return value
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`
  if (value instanceof Error) return redactText(`${value.name}: ${value.message}`, rules)
  walk.depth++
  const redacted = Array.isArray(value) ? redactList(value, rules, walk) : redactObject(value, rules, walk)
  walk.depth--
  return redacted
}

function redactList(list: readonly unknown[], rules: Rules, walk: Walk): unknown[] {
  // A header as a pair: ["authorization", "…"].
  const isPair = list.length === 2 && typeof list[0] === "string" && rules.isSecret(list[0])
  if (isPair) return [list[0], REDACTED]
  return list.slice(0, Math.max(1, walk.left)).map((item) => redactValue(item, rules, walk))
}

function redactObject(object: object, rules: Rules, walk: Walk): Record<string, unknown> {
  const entries = Object.entries(object)
  const isNamedSecret = entries.some(
    ([key, value]) => /^(name|key|field|param|label)$/i.test(key) && isSecretText(value, rules),
  )
  // No prototype: a key called "__proto__" is a key like any other.
  const redacted: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const [key, value] of entries) {
    const isSecret = rules.isSecret(key) ? isWorthHiding(value) : isNamedSecret && /^value$/i.test(key)
    redacted[redactText(key, rules)] = isSecret ? REDACTED : redactValue(value, rules, walk)
  }
  return redacted
}

function isSecretText(value: unknown, rules: Rules): boolean {
  return typeof value === "string" && rules.isSecret(value)
}

/** That a secret is absent, or a flag about it, is no secret. */
function isWorthHiding(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "" && typeof value !== "boolean"
}

function redactLeaf(text: string, rules: Rules, walk: Walk): string {
  const inner = parseStructure(text)
  if (inner === undefined) return redactText(text, rules)
  walk.depth++
  const redacted = JSON.stringify(redactValue(inner, rules, walk))
  walk.depth--
  return redacted
}

/** JSON.parse has already rounded an unsafe integer, so its digits can't be judged any more. */
function redactNumber(value: number | bigint, rules: Rules): number | bigint | string {
  const isUnsafe = typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)
  const text = String(value)
  return isUnsafe || isCardNumber(text) || rules.secrets.includes(text) ? REDACTED : value
}

function redactBody(text: string, contentType: string, rules: Rules): string {
  const structure = parseStructure(text)
  if (structure !== undefined) {
    return JSON.stringify(redactValue(structure, rules, { depth: 0, left: MOST_NODES }))
  }
  return /x-www-form-urlencoded/i.test(contentType) ? redactQuery(text, rules) : redactText(text, rules)
}

function parseStructure(text: string): object | undefined {
  if (text.length > MOST_PARSED || !/^\s*[[{"]/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === "string") return parseStructure(value)
    return typeof value === "object" && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

function redactHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  rules: Rules,
): Record<string, string> {
  const redacted: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    const text = typeof value === "string" ? value : value.join(", ")
    redacted[name] = rules.isSecret(name) ? REDACTED : redactText(text, rules)
  }
  return redacted
}

function redactQuery(query: string, rules: Rules): string {
  return query.split("&").map(redactPair).join("&")

  function redactPair(pair: string): string {
    const cut = pair.indexOf("=")
    const name = decodePart(cut < 0 ? pair : pair.slice(0, cut))
    if (cut < 0) return redactText(name, rules) === name ? pair : REDACTED
    if (rules.isSecret(name)) return `${pair.slice(0, cut)}=${REDACTED}`
    if (redactText(name, rules) !== name) return `${REDACTED}=${REDACTED}`
    const value = decodePart(pair.slice(cut + 1))
    const redacted = redactLeaf(value, rules, { depth: 0, left: MOST_NODES })
    return redacted === value ? pair : `${pair.slice(0, cut)}=${redacted}`
  }
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "))
  } catch {
    return text
  }
}

/** Patterns look at no more than this, so a megabyte of text costs what 16 kB cost. */
const MOST_TEXT = 16_384

function redactText(whole: string, rules: Rules): string {
  let text = whole
  // What is cut goes back to the last space: half a secret is matched by nothing.
  if (text.length > MOST_TEXT) text = `${text.slice(0, MOST_TEXT).replace(/\S+$/, "")}[cut]`
  for (const secret of rules.secrets) text = text.replaceAll(secret, REDACTED)
  return redactShapes(text, rules.isSecret, REDACTED)
}

/** The ways one secret is written: as it is, in a URL, inside JSON, and what a Basic header hides. */
function spellings(secret: string): string[] {
  const parts = [secret]
  const value = /^\w+\s+(\S+)$/.exec(secret)?.[1] // "Bearer …" is secret without its first word as well
  if (value) parts.push(value)
  const basic = /^Basic\s+(\S+)$/i.exec(secret)?.[1]
  if (basic) parts.push(...passwordOf(Buffer.from(basic, "base64").toString()))
  return parts
    .flatMap((part) => [part, encodePart(part), JSON.stringify(part).slice(1, -1)])
    .filter((part) => part.length >= SHORTEST_SECRET)
}

/** Shorter ones would blot out half of every text. */
const SHORTEST_SECRET = 4

/** A lone surrogate can't be written in a URL, so it has no such spelling. */
function encodePart(part: string): string {
  return part.isWellFormed() ? encodeURIComponent(part) : part
}

function passwordOf(pair: string): string[] {
  const cut = pair.indexOf(":")
  return cut < 0 ? [pair] : [pair, pair.slice(cut + 1)]
}
