import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { path, whyPathEscapes } from "./path.ts"

describe("paths", () => {
  it.each([
    "servers",
    "",
    "//evil.example",
    "/a//b",
    "/../x",
    "/a/..",
    "/a/./b",
    "/%2e%2e/x",
    "/%252e%252e/x",
    "/a%2f..%2f..%2fb",
    "/..%5cx",
    "/a\\b",
    "/..;x/y",
    "/a?b=1",
    "/a#b",
    "/a b",
    "/a\tb",
    "/a%0d%0ab",
    "/a%00b",
    "@evil.example",
    "/ü",
    "/%25252525252525252e%25252525252525252e/",
  ])("%j can't stand behind a base URL", (below) => expect(whyPathEscapes(below)).toBeTypeOf("string")) // prettier-ignore

  it.each([
    "/",
    "/v1/servers",
    "/v1/servers/",
    "/a.b/..c",
    "/a%20b",
    "/@user",
    "/50%25",
    "/a;b",
    "/a:b",
    "/%ec%84%9c",
  ])("%j can", (below) => expect(whyPathEscapes(below)).toBeUndefined())
})

describe("what is put into a path", () => {
  it.each([
    "",
    ".",
    "..",
    "..;",
    "a/b",
    "a\\b",
    "%2e%2e",
    "%252e%252e",
    "a%2fb",
    "a%5cb",
    "../../admin",
    "a\nb",
    "\ud800",
    "a%00",
  ])("%j is no segment", (value) =>
    expect(() => path`/servers/${value}/power`).toThrow("can't be a path segment"),
  )

  it("stays one segment, whatever it is", () => {
    const base = new URL("https://panel.example/api/")
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({
            unit: fc.constantFrom(".", "/", "\\", "%", "2", "e", "f", "5", "c", ";", "@", "?", "#", " "),
          }),
        ),
        (value) => {
          let below: string
          try {
            below = path`/servers/${value}/power`
          } catch {
            return
          }
          expect(whyPathEscapes(below)).toBeUndefined()
          const url = new URL(`/api${below}?x=1`, base)
          const segments = url.pathname.split("/")
          expect([url.origin, segments.length, segments[2], segments[4], url.search]).toEqual([
            base.origin,
            5,
            "servers",
            "power",
            "?x=1",
          ])
          expect(decodeURIComponent(segments[3] ?? "")).toBe(value)
        },
      ),
      { numRuns: 500 },
    )
  })
})
