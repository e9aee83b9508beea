import { textFilter } from "../../page-input.ts"

export const states = ["waiting", "granted", "void"] as const

/** As the address has it; what is none of the choices asks for nothing. */
export function readReferralFilter(search: URLSearchParams) {
  return {
    state: states.find((state) => state === search.get("state")),
    referrerId: textFilter(search, "referrer"),
  }
}
