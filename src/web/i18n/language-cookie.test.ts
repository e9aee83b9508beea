import { expect, it } from "vitest"
import type { CameThrough } from "../api-context.ts"
import { goOn } from "../storefront/identity/come-in.ts"
import { languageOnArrival } from "./language-cookie.ts"

const came = (language: "en" | "ko"): CameThrough => ({
  cookies: ["hostwell_session=x"],
  needsSecondFactor: false,
  me: {
    person: { id: "per_1", name: "Mina", email: "mina@example.com", language },
    role: "customer",
    accounts: [],
    permissions: [],
    secondFactor: null,
    barredBy: null,
    impersonation: null,
  },
})

const cookiesAt = (path: string, who: CameThrough) =>
  goOn(new Request(`https://shop.example${path}`), who).headers.getSetCookie()

it("who signs in reads the language of their account from then on", () => {
  const [session, language] = cookiesAt("/sign-in?to=/portal/invoices", came("ko"))
  expect(session).toBe("hostwell_session=x")
  expect(language).toMatch(/^language=ko; Path=\/; Max-Age=31536000; SameSite=Lax$/)
  expect(cookiesAt("/sign-in.data", came("en"))[1]).toMatch(/^language=en;/)
})

it("an address that says a language is not overruled", () => {
  expect(cookiesAt("/ko/sign-in", came("en"))).toEqual(["hostwell_session=x"])
  expect(languageOnArrival("/ko/portal", { language: "en" })).toEqual([])
})

it("nobody is in yet while a code is asked for", () => {
  const waiting = { ...came("ko"), needsSecondFactor: true }
  expect(cookiesAt("/sign-in", waiting)).toEqual(["hostwell_session=x"])
  expect(languageOnArrival("/sign-in", null)).toEqual([])
})
