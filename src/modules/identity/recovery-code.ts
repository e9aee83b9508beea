import { createHash, randomBytes } from "node:crypto"

/** Ten, so that losing a telephone is no emergency; "4f9k2-m7xqa-83hd0", 75 random bits each. */
export const RECOVERY_CODES = 10
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"

export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = [...randomBytes(15)].map((byte) => ALPHABET[byte & 31]).join("")
    return `${letters.slice(0, 5)}-${letters.slice(5, 10)}-${letters.slice(10)}`
  })
}

/** As people type it: in capitals, with or without the hyphens. */
export function readRecoveryCode(text: string): string | undefined {
  const plain = text.toLowerCase().replace(/[\s-]/g, "")
  return /^[0-9a-hjkmnp-tv-z]{15}$/.test(plain) ? plain : undefined
}

export function hashRecoveryCode(code: string): string {
  return createHash("sha256").update(code.replaceAll("-", "")).digest("base64url")
}
