import { randomFillSync } from "node:crypto"
import type { Clock } from "./clock.ts"

/** Text id: a prefix that says what it is, and a UUIDv7 in Crockford's base32, so ids sort by birth. */
export type NewId = (prefix: string) => string

export function createIds(clock: Clock, fillRandom: (bytes: Uint8Array) => void = createRandomPool()): NewId {
  const bytes = new Uint8Array(16)
  return (prefix) => {
    fillRandom(bytes)
    writeTime(bytes, clock.nowMs())
    bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
    return `${prefix}_${base32(bytes)}`
  }
}

/** Asking the kernel costs more than making the id: 256 ids' worth at a time. Each byte is handed out once. */
function createRandomPool(): (bytes: Uint8Array) => void {
  const pool = new Uint8Array(4_096)
  let used = pool.length
  return (bytes) => {
    if (used + bytes.length > pool.length) {
      randomFillSync(pool)
      used = 0
    }
    // One by one: for sixteen of them a view of the pool costs more than they do.
    for (let index = 0; index < bytes.length; index++) bytes[index] = pool[used++] ?? 0
  }
}

/** 16 bytes are 128 bits: 26 characters of five bits, the first one holding only three. */
export const ID_PATTERN = /^[a-z]{2,8}_[0-9a-hjkmnp-tv-z]{26}$/

export function isId(prefix: string, text: string): boolean {
  return text.startsWith(`${prefix}_`) && ID_PATTERN.test(text)
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"

function writeTime(bytes: Uint8Array, milliseconds: number): void {
  let rest = milliseconds
  for (let index = 5; index >= 0; index--) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
}

function base32(bytes: Uint8Array): string {
  let text = ""
  let buffer = 0
  let bits = 2 // two leading zero bits fill 128 up to 130 = 26 × 5
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
