import { createHash, createHmac, timingSafeEqual } from "node:crypto"
import { findCookie } from "./session-cookie.ts"

/** One person's browser, as a cookie that only we can have made. A browser may have one for each person that uses it. */
export interface DevicePlace {
  readonly tenant: string
  readonly email: string
  readonly isSecure: boolean
  readonly secrets: readonly string[]
}

/** Browsers keep no cookie longer than 400 days. */
const KEPT_SECONDS = 400 * 86_400

/** The id in the cookie, if we made it for this address: no look-up, so nothing can be learnt from how long it takes. */
export function readDeviceCookie(cookies: string | null, place: DevicePlace): string | undefined {
  const [id = "", mac = ""] = findCookie(cookies, nameOf(place))?.split(".") ?? []
  const found = Buffer.from(mac, "base64url")
  const isOurs = place.secrets.some((secret) => {
    const expected = macOf(secret, place, id)
    return found.length === expected.length && timingSafeEqual(found, expected)
  })
  return isOurs ? id : undefined
}

export function makeDeviceCookie(id: string, place: DevicePlace): string {
  const [secret = ""] = place.secrets
  const value = `${id}.${macOf(secret, place, id).toString("base64url")}`
  const secure = place.isSecure ? "; Secure" : ""
  return `${nameOf(place)}=${value}; Max-Age=${KEPT_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`
}

/** No address in it: a cookie's name stands in every request. */
function nameOf({ email, isSecure }: DevicePlace): string {
  const hash = createHash("sha256").update(email).digest("hex").slice(0, 12)
  return `${isSecure ? "__Host-" : ""}hostwell_device_${hash}`
}

function macOf(secret: string, { tenant, email }: DevicePlace, id: string): Buffer {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["device", tenant, email, id]))
    .digest()
}
