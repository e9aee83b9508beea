import { describe, expect, it } from "vitest"
import { createPeerReader } from "./client-address.ts"
import { languageOf } from "./edge.ts"

const read = createPeerReader(["10.0.0.0/8", "2001:db8::1"])
const from = (socket: string, headers: Record<string, string>) => read(socket, new Headers(headers))

describe("the caller's address", () => {
  it("is the connection's own, unless one of our proxies speaks for it", () => {
    expect(from("203.0.113.5", { "x-forwarded-for": "1.2.3.4" }).address).toBe("203.0.113.5")
    expect(from("10.1.1.1", { "x-forwarded-for": "1.2.3.4" }).address).toBe("1.2.3.4")
    expect(from("::ffff:10.1.1.1", { "x-forwarded-for": "1.2.3.4:5678" }).address).toBe("1.2.3.4")
    expect(from("2001:db8::1", { "x-forwarded-for": "[2001:db8::9]:80" }).address).toBe("2001:db8::9")
  })

  it("comes with a country where a proxy of ours names one, and with none of the caller's own invention", () => {
    const named = { "x-forwarded-for": "1.2.3.4", "cf-ipcountry": "KR" }
    expect(from("10.0.0.1", named)).toEqual({ address: "1.2.3.4", isSecure: false, country: "KR" })
    expect(from("203.0.113.5", named)).toEqual({ address: "203.0.113.5", isSecure: false })
    expect(from("10.0.0.1", { ...named, "cf-ipcountry": "XX" })).not.toHaveProperty("country")
  })

  it("is read from right to left, so that nobody writes their own", () => {
    expect(from("10.0.0.1", { "x-forwarded-for": "6.6.6.6, 1.2.3.4, 10.0.0.2" }).address).toBe("1.2.3.4")
    expect(from("10.0.0.1", { "x-forwarded-for": "1.2.3.4, unknown" }).address).toBe("10.0.0.1")
    expect(from("10.0.0.1", {}).address).toBe("10.0.0.1")
  })

  it("believes https only from a proxy of ours", () => {
    expect(from("203.0.113.5", { "x-forwarded-proto": "https" }).isSecure).toBe(false)
    expect(from("10.0.0.1", { "x-forwarded-proto": "https", "x-forwarded-for": "1.2.3.4" }).isSecure).toBe(
      true,
    )
    expect(from("10.0.0.1", { "x-forwarded-proto": "https, http" }).isSecure).toBe(false)
  })
})

describe("the reader's language", () => {
  it.each([
    [{ cookie: "a=b; language=ko", "accept-language": "en" }, "ko"],
    [{ "accept-language": "ko-KR,ko;q=0.9,en;q=0.8" }, "ko"],
    [{ "accept-language": "en;q=0.3, fr, ko;q=0.9" }, "ko"],
    [{ "accept-language": "ko;q=0, en" }, "en"],
    [{ "accept-language": "fr-FR" }, "en"],
    [{ cookie: "language=xx" }, "en"],
    [{}, "en"],
  ])("%o is %s", (headers, language) => {
    expect(languageOf(new Headers(headers as Record<string, string>))).toBe(language)
  })
})
