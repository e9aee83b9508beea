import { makeDeviceCookie, readDeviceCookie } from "./device-cookie.ts"
import { findCookie, makeSessionCookie, readSessionToken, sessionCookieName } from "./session-cookie.ts"
import { isSecure, type SignInDeps, type SignInSite } from "./sign-in-house.ts"

const SESSION_SECONDS = 7 * 86_400

/** The cookies of a sign-in, read and written for one site. */
export function cookiesOf(deps: Pick<SignInDeps, "secrets">, site: SignInSite) {
  const place = { isSecure: isSecure(site), secrets: deps.secrets }
  const deviceOf = (email: string) => ({ ...place, tenant: site.tenant, email })
  // The library's own mark for "forget me when the browser closes".
  const isRemembered = !findCookie(site.cookies, `${sessionCookieName(place.isSecure)}_only`)
  return {
    token: () => readSessionToken(site.cookies, place),
    tokenIn: (setCookies: readonly string[]) =>
      readSessionToken(setCookies.map((one) => one.split(";")[0]).join("; "), place),
    device: (email: string) => readDeviceCookie(site.cookies, deviceOf(email)),
    setDevice: (email: string, deviceId: string) => makeDeviceCookie(deviceId, deviceOf(email)),
    setSession: (token: string) =>
      makeSessionCookie(token, { ...place, ...(isRemembered ? { maxAgeSeconds: SESSION_SECONDS } : {}) }),
  }
}
