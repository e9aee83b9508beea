import { randomBytes } from "node:crypto"
import { base32 } from "@better-auth/utils/base32"
import { createOTP } from "@better-auth/utils/otp"

/** RFC 6238 as every app speaks it: SHA-1, six digits, half a minute. */
const PERIOD_SECONDS = 30

/** 20 bytes, as text that survives a column: the app gets it in base32. */
export function makeTotpSecret(): string {
  return base32.encode(new Uint8Array(randomBytes(15)), { padding: false })
}

/**
 * The half minute whose code this is: the present one, the one before or the next (clocks differ). Undefined for a wrong
 * code, and for one that is not newer than the last that was taken.
 */
export async function findTotpStep(
  secret: string,
  code: string,
  facts: { readonly nowSeconds: number; readonly lastStep: number },
): Promise<number | undefined> {
  const now = Math.floor(facts.nowSeconds / PERIOD_SECONDS)
  const otp = createOTP(secret)
  let found: number | undefined
  for (const step of [now - 1, now, now + 1]) {
    if ((await otp.hotp(step)) === code && step > facts.lastStep) found = step
  }
  return found
}

export function totpCode(secret: string, nowSeconds: number): Promise<string> {
  return createOTP(secret).hotp(Math.floor(nowSeconds / PERIOD_SECONDS))
}

/** What the app scans, or opens. */
export function totpAddress(secret: string, issuer: string, account: string): string {
  return createOTP(secret).url(issuer, account)
}

/** What people type when they can't scan: the secret as the address holds it, in fours. */
export function describeTotpSecret(secret: string): string {
  const text = base32.encode(new TextEncoder().encode(secret), { padding: false })
  return text.match(/.{1,4}/g)?.join(" ") ?? text
}
