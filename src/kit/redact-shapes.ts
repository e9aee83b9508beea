/** Secrets in text: by the name that stands before them, and by their own shape. */
export function redactShapes(text: string, isSecret: (name: string) => boolean, mark: string): string {
  if (isPlain(text)) return text
  let redacted = text
  redacted = redacted.replace(PEM, mark)
  redacted = redacted.replace(URL_PASSWORD, `$1${mark}@`)
  redacted = redacted.replace(HEADER_LINE, `$1 ${mark}`)
  redacted = redacted.replace(BEARER, `$1 ${mark}`)
  redacted = redacted.replace(BASIC, (whole, word: string, value: string) =>
    Buffer.from(value, "base64").includes(":") ? `${word} ${mark}` : whole,
  )
  redacted = redacted.replace(TOKEN_SHAPES, mark)
  redacted = redactNamedValues(redactElements(redacted, isSecret, mark), isSecret, mark)
  redacted = redacted.replace(RESIDENT_NUMBER, mark)
  redacted = redacted.replace(IBAN_SHAPE, (whole) => (isIban(whole) ? mark : whole))
  return redactCards(redacted, mark)
}

/**
 * Ids, paths and words, which most of what is looked at is: without any of the signs that every pattern below needs.
 * Looking with all of them costs forty times as much.
 */
function isPlain(text: string): boolean {
  return PLAIN_WORD.test(text) || (PLAIN_PATH.test(text) && !KEY_PREFIX.test(text) && !MANY_DIGITS.test(text))
}

const PLAIN_WORD = /^[A-Za-z]{0,15}$/
const PLAIN_PATH = /^[a-z0-9_./-]{0,200}$/
const KEY_PREFIX = /_(?:live|test)_|whsec_|xox|gh[a-z]_/
/** The shortest card has 13, a resident number as many. */
const MANY_DIGITS = /\d(?:[.-]?\d){12}/

/** A block that was cut off has no end line: then it goes to the end of the text. */
const PEM = /-----BEGIN [A-Z0-9 ]{1,40}-----[^]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g
const URL_PASSWORD = /([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#]{1,500}@/gi
/** These two hold several words, so they go to the end of their line. */
const HEADER_LINE = /\b((?:proxy-)?authorization["']?\s*[:=]|(?:set-)?cookie["']?\s*:)(?!\s*[[{])[^\r\n]+/gi
const BEARER = /\b(bearer)\s+[A-Za-z0-9._~+/=-]{6,}/gi
const BASIC = /\b(basic)\s+([A-Za-z0-9+/]{6,}={0,2})/gi
/** JSON web tokens (two dots or four), and the keys whose makers gave them a prefix so that they can be found. */
const TOKEN_SHAPES =
  /eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*){0,3}|(?:sk|rk)_(?:live|test)_[A-Za-z0-9_]{6,}|whsec_[A-Za-z0-9+/=_-]{6,}|xox[a-z]-[A-Za-z0-9-]{8,}|gh[a-z]_[A-Za-z0-9]{16,}|SG\.[\w-]{10,}\.[\w-]{10,}|AKIA[0-9A-Z]{16}/g
/** Korean resident number: birthday, a digit for century and sex, six more. */
const RESIDENT_NUMBER = /(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-8]\d{6}(?!\d)/g
const IBAN_SHAPE = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])/g

function isIban(text: string): boolean {
  const compact = text.replaceAll(" ", "")
  if (compact.length < 15 || compact.length > 34) return false
  const digits = (compact.slice(4) + compact.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return BigInt(digits) % 97n === 1n
}

/** <password>…</password>, CDATA and children included. */
function redactElements(text: string, isSecret: (name: string) => boolean, mark: string): string {
  const opening = /<([A-Za-z][\w.-]{0,60}:)?([A-Za-z_][\w.-]{0,60})(?:\s[^<>]{0,500})?>/g
  let redacted = ""
  let from = 0
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    if (!isSecret(found[2] ?? "")) continue
    const end = text.indexOf(`</${found[1] ?? ""}${found[2]}`, opening.lastIndex)
    redacted += text.slice(from, opening.lastIndex) + mark
    from = end < 0 ? text.length : end
    opening.lastIndex = from
  }
  return redacted + text.slice(from)
}

/** password=…, "password": "…", password => …, also with the quotes escaped, also with an object behind. */
function redactNamedValues(text: string, isSecret: (name: string) => boolean, mark: string): string {
  const named = /([\p{L}\p{N}_.[\]%-]{1,64})(\\*["']?\s{0,3}(?:=>|[:=])\s{0,3})/gu
  let redacted = ""
  let from = 0
  for (let found = named.exec(text); found; found = named.exec(text)) {
    if (!isSecret(found[1] ?? "")) continue
    const end = endOfValue(text, named.lastIndex)
    redacted += text.slice(from, named.lastIndex) + mark
    from = end
    named.lastIndex = end
  }
  return redacted + text.slice(from)
}

function endOfValue(text: string, start: number): number {
  const first = text[start]
  if (first === "{" || first === "[") return endOfStructure(text, start)
  for (const pattern of [/"(?:[^"\\]|\\.)*"?/sy, /'(?:[^'\\]|\\.)*'?/sy, /(\\+["'])[^]*?(?:\1|$)/y]) {
    pattern.lastIndex = start
    if (pattern.test(text)) return pattern.lastIndex
  }
  const plain = /[^\s&,;"'<>)}\]]*/y
  plain.lastIndex = start
  plain.test(text)
  return Math.max(plain.lastIndex, start)
}

/** Brackets are counted without looking into strings: too much may go, never too little of a whole structure. */
function endOfStructure(text: string, start: number): number {
  let depth = 0
  let quoted = false
  for (let index = start; index < text.length; index++) {
    const character = text[index] ?? ""
    if (quoted && character === "\\") index++
    else if (character === '"') quoted = !quoted
    else if (!quoted && "{[".includes(character)) depth++
    else if (!quoted && "}]".includes(character) && --depth === 0) return index + 1
  }
  return text.length
}

/** Payment cards begin with 2 to 6, Korean domestic ones with 9; clocks in milliseconds begin with 1. */
export function isCardNumber(digits: string): boolean {
  return /^[2-69]\d{12,18}$/.test(digits) && hasLuhnSum(digits)
}

function hasLuhnSum(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = digit * 2
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Digit groups of a UUID read like a card's once in some ten thousand ids. */
const UUID = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i
const DIGIT_RUN = /\d+(?:[ .+-]\d+)*/g

function redactCards(text: string, mark: string): string {
  return text
    .split(UUID)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(DIGIT_RUN, redactRun)))
    .join("")

  function redactRun(run: string): string {
    return run.length < 13 ? run : blotCards(run, mark)
  }
}

/** "12 4242 4242 4242 4242": the card may begin and end at any group, so every window of groups is tried. */
function blotCards(run: string, mark: string): string {
  const groups = run.split(/[ .+-]/)
  const isCard = groups.map(() => false)
  for (let first = 0; first < groups.length; first++) {
    let digits = ""
    for (let last = first; last < groups.length && digits.length < 19; last++) {
      digits += groups[last]
      if (isCardNumber(digits)) isCard.fill(true, first, last + 1)
    }
  }
  if (!isCard.includes(true)) return run
  const separators = run.match(/[ .+-]/g) ?? []
  return groups.map((group, index) => (isCard[index] ? mark : group) + (separators[index] ?? "")).join("")
}
