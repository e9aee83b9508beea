import { createHmac } from "node:crypto"
import { isSameSecret } from "./secrets.ts"

export type Verdict = "valid" | "malformed" | "stale" | "forged"

/** `t=<unix seconds>,v1=<hex>` over "<t>.<raw body>": the form Stripe made common. */
export function signWebhook(secret: string, atSeconds: number, rawBody: Uint8Array): string {
  return `t=${atSeconds},v1=${digest(secret, atSeconds, rawBody)}`
}

/** Several secrets: while one is rotated, both the old and the new one are good. */
export function verifyWebhook(
  facts: { header: string; rawBody: Uint8Array; nowSeconds: number; toleranceSeconds: number },
  secrets: readonly string[],
): Verdict {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(facts.header)
  if (!match) return "malformed"
  const at = Number(match[1])
  const isKnown = secrets.some((secret) => isSameSecret(digest(secret, at, facts.rawBody), match[2] ?? ""))
  if (!isKnown) return "forged"
  return Math.abs(facts.nowSeconds - at) > facts.toleranceSeconds ? "stale" : "valid"
}

export function hmacHex(secret: string, bytes: Uint8Array | string): string {
  return createHmac("sha256", secret).update(bytes).digest("hex")
}

function digest(secret: string, atSeconds: number, rawBody: Uint8Array): string {
  return createHmac("sha256", secret).update(`${atSeconds}.`).update(rawBody).digest("hex")
}
