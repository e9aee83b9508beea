import { readCookie } from "./i18n/negotiate-language.ts"

export const tourCookie = "tour"
export const TOUR_OVER = "over"

/** Whoever has put the demo's tour away does not meet it again, unless they ask for it. */
export function isTourOver(headers: Headers): boolean {
  return readCookie(headers, tourCookie) === TOUR_OVER
}
