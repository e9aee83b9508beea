import { describe, expect, it } from "vitest"
import { plainTextOf } from "./rich-text.ts"
import { spanShape } from "./rich-text-contract.ts"

describe("a link of a notice", () => {
  it.each(["https://status.example/1", "http://a.example", "mailto:help@a.example", "/portal/services"])(
    "may lead to %s",
    (href) => {
      expect(spanShape.safeParse({ text: "a", href }).success).toBe(true)
    },
  )

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "/\\evil.example",
    "https://a b",
    "",
  ])("leads nowhere by %j", (href) => {
    expect(spanShape.safeParse({ text: "a", href }).success).toBe(false)
  })
})

it("a preview is the words alone, cut with a mark", () => {
  const blocks = [
    { kind: "heading", spans: [{ text: "Work" }] },
    { kind: "paragraph", spans: [{ text: "on " }, { text: "Friday", isBold: true }] },
    { kind: "list", isOrdered: false, items: [[{ text: "web" }], [{ text: "mail" }]] },
  ] as const
  const copy = blocks as unknown as Parameters<typeof plainTextOf>[0]
  expect(plainTextOf(copy, 80)).toBe("Work · on Friday web · mail")
  expect(plainTextOf(copy, 9)).toBe("Work · o…")
})
