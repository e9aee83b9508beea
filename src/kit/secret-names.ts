/**
 * Is a field of this name a secret? Names are split into words ("rootPassword", "x-api-key", "card_number"),
 * because "monkey" and "author" are not.
 */
export function isSecretName(name: string, more: readonly string[], readable: readonly string[]): boolean {
  const words = wordsOf(name)
  const glued = words.join("")
  const isNamed = (names: readonly string[]) => names.some((one) => wordsOf(one).join("") === glued)
  if (isNamed(more)) return true
  if (READABLE_NAMES.has(glued) || isNamed(readable)) return false
  if (ALWAYS.test(glued)) return true
  const isSpokenAbout = words.length > 1 && READABLE_ENDINGS.has(words.at(-1) ?? "")
  return !isSpokenAbout && words.some((word) => SOMETIMES.test(word) && !INNOCENT.test(word))
}

/** Secret wherever the word stands in the name, whatever follows it. */
const ALWAYS =
  /passw|passphrase|passcode|authorization|cookie|sessid|session|credential|privatekey|accountnumber|cardnumber|iban|cvc|cvv/

/** Secret unless the name goes on to say something about it: "token" is, "token_type" is not. */
const SOMETIMES =
  /secret|token|signature|^(auth|epp)(code|info|key)?$|(pass|pwd|pw|keys?|cards?)\d*$|^(pan|pin|otp|totp|sig|pem|jwt|bearer|cvn|cid|rrn|ssn|private)$/

const INNOCENT =
  /^(bypass|compass|surpass|monkeys?|turnkey|hotkeys?|passkeys?|wildcards?|discards?|postcards?|scorecards?)$/

/** "key_id" names a key without being it. */
const READABLE_ENDINGS = new Set(
  "id ids type kind brand status state count limit at expires expiry expired name version".split(" "),
)

const READABLE_NAMES = new Set(["idempotencykey", "publishablekey", "publickey", "sortkey", "primarykey"])

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
}
