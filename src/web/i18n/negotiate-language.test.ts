import { describe, expect, it } from "vitest"
import { languageOfPath, withLanguage, withoutLanguage } from "./languages.ts"
import { negotiateLanguage } from "./negotiate-language.ts"

describe("negotiateLanguage", () => {
  it("prefers the earlier choice to the browser's list", () => {
    expect(negotiateLanguage(new Headers({ cookie: "a=b; language=en", "accept-language": "ko-KR" }))).toBe(
      "en",
    )
  })

  it("takes the browser's list by its weights", () => {
    expect(negotiateLanguage(new Headers({ "accept-language": "en;q=0.4, fr, ko-KR;q=0.9" }))).toBe("ko")
    expect(negotiateLanguage(new Headers({ "accept-language": "ko;q=0, en;q=0.1" }))).toBe("en")
  })

  it("says nothing when nothing is said", () => {
    expect(negotiateLanguage(new Headers())).toBeUndefined()
    expect(negotiateLanguage(new Headers({ cookie: "language=xx", "accept-language": "fr" }))).toBeUndefined()
  })
})

describe("addresses", () => {
  it("carries the language in the address and keeps the page when it changes", () => {
    expect(languageOfPath("/korea")).toBe("en")
    expect(languageOfPath("/ko/cart")).toBe("ko")
    expect(withLanguage("/cart", "ko")).toBe("/ko/cart")
    expect(withLanguage("/ko/cart", "en")).toBe("/cart")
    expect(withLanguage("/", "ko")).toBe("/ko")
    expect(withoutLanguage("/ko")).toBe("/")
  })
})
