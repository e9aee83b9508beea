import { readCookie } from "../i18n/negotiate-language.ts"

const cookie = "second-factor-put-off"
/** A day's work. A sign-in later than that asks anew, whoever has signed out before is asked at once. */
const seconds = 43_200

/** Somebody without a second factor has read that one is asked for, since they signed in. */
export function isPutOff(headers: Headers): boolean {
  return readCookie(headers, cookie) === "yes"
}

export const putOffCookie = `${cookie}=yes; Max-Age=${seconds}; Path=/; SameSite=Lax`
export const askAnewCookie = `${cookie}=; Max-Age=0; Path=/; SameSite=Lax`
