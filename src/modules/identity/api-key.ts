import { createHash, randomBytes } from "node:crypto"

/** hw_live_ or hw_test_, 32 random characters (160 bits), 6 that check them: what a secret scanner can match. */
export const API_KEY_PATTERN = /^hw_(live|test)_[0-9a-hjkmnp-tv-z]{38}$/

export type ApiKeyKind = "live" | "test"

export function makeApiKey(kind: ApiKeyKind): string {
  const head = `hw_${kind}_${base32(randomBytes(20))}`
  return head + checkOf(head)
}

/** A mistyped or made-up key is told apart without asking the database. */
export function isApiKey(text: string): boolean {
  return API_KEY_PATTERN.test(text) && checkOf(text.slice(0, -CHECK_LENGTH)) === text.slice(-CHECK_LENGTH)
}

export function hashApiKey(key: string): string {
  return createHash("sha256").update(key).digest("base64url")
}

export function startOf(key: string): string {
  return key.slice(0, START_LENGTH)
}

const CHECK_LENGTH = 6
const START_LENGTH = 14
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"

function checkOf(head: string): string {
  return base32(createHash("sha256").update(head).digest()).slice(0, CHECK_LENGTH)
}

/** Whole groups of five bits; what is left over at the end is dropped. */
function base32(bytes: Uint8Array): string {
  let text = ""
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(buffer >> bits) & 31]
    }
    buffer &= (1 << bits) - 1
  }
  return text
}
