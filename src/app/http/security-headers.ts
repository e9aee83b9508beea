/** For everything that isn't a page of ours: nothing may load, run or frame it. */
const CLOSED_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const always: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

/** Pages bring a policy of their own, with a nonce or hashes; it is kept. */
export function addSecurityHeaders(headers: Headers, isSecure: boolean): void {
  for (const [name, value] of Object.entries(always)) {
    if (!headers.has(name)) headers.set(name, value)
  }
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", CLOSED_POLICY)
  if (isSecure) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains")
}
