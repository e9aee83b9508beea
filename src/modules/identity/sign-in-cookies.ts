import { makeDeviceCookie, readDeviceCookie } from "./device-cookie.ts"
import {
  briefCookieName,
  endCookie,
  findCookie,
  makeBriefCookie,
  makeSessionCookie,
  readSessionToken,
  sessionCookieName,
} from "./session-cookie.ts"
import { isSecure, type SignInDeps, type SignInSite } from "./sign-in-house.ts"

const SESSION_SECONDS = 7 * 86_400

/** The cookies of a sign-in, read and written for one site. */
export function cookiesOf(deps: Pick<SignInDeps, "secrets">, site: SignInSite) {
  const place = { isSecure: isSecure(site), secrets: deps.secrets }
  const deviceOf = (email: string) => ({ ...place, tenant: site.tenant, email })
  const isMarkedBrief = () => findCookie(site.cookies, briefCookieName(place.isSecure)) !== undefined
  const endBrief = () => (isMarkedBrief() ? [endCookie(briefCookieName(place.isSecure), place.isSecure)] : [])
  return {
    token: () => readSessionToken(site.cookies, place),
    device: (email: string) => readDeviceCookie(site.cookies, deviceOf(email)),
    setDevice: (email: string, deviceId: string) => makeDeviceCookie(deviceId, deviceOf(email)),
    /** What this browser wished the last time. */
    isRemembered: () => !isMarkedBrief(),
    setSession: (token: string, isRemembered = !isMarkedBrief()) =>
      isRemembered
        ? [makeSessionCookie(token, { ...place, maxAgeSeconds: SESSION_SECONDS }), ...endBrief()]
        : [makeSessionCookie(token, place), makeBriefCookie(place.isSecure)],
    endSession: () => [endCookie(sessionCookieName(place.isSecure), place.isSecure), ...endBrief()],
  }
}
