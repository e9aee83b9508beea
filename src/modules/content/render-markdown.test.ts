import { describe, expect, it } from "vitest"
import { plainText, renderMarkdown } from "./render-markdown.ts"

const html = (text: string) => renderMarkdown(text).html

describe("Markdown", () => {
  it("becomes headings that can be linked to, lists, tables and links", () => {
    const { html: page, headings } = renderMarkdown(
      "# Moving in\n\nSee [terms](/terms) and https://example.com.\n\n## 제1조 (목적)\n\n- one\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n## 제1조 (목적)\n",
    )
    expect(headings).toEqual([
      { id: "s-moving-in", text: "Moving in" },
      { id: "s-제1조-목적", text: "제1조 (목적)" },
      { id: "s-제1조-목적-2", text: "제1조 (목적)" },
    ])
    expect(page).not.toContain("<h1")
    expect(page).toContain('<a href="/terms">terms</a>')
    expect(page).toContain('<a href="https://example.com" rel="nofollow noopener noreferrer">')
    expect(page).toContain("<td>1</td>")
  })

  it.each([
    ["a script", "<script>alert(1)</script>"],
    ["an element with a handler", '<img src=x onerror="alert(1)">'],
    ["HTML inside a line", "before <b onclick=alert(1)>bold</b> after"],
    ["a link that is a script", "[press](javascript:alert(1))"],
    ["the same in disguise", "[press](JaVaScRiPt&colon;alert(1))"],
    ["a link that holds data", "[press](data:text/html;base64,PHNjcmlwdD4=)"],
    ["an address that leaves by its slashes", "[press](/\\evil.example)"],
    ["a protocol-relative address", "[press](//evil.example)"],
    ["an autolink that is a script", "<javascript:alert(1)>"],
    ["a picture from elsewhere", "![track](https://evil.example/pixel.png)"],
    ["a title that breaks out", '[a](/terms "x\\" onmouseover=alert(1)")'],
    ["a heading that breaks out", '## "><script>alert(1)</script>'],
    ["a fence that breaks out", '```"><script>alert(1)</script>\ncode\n```'],
  ])("lets no %s through", (_what, text) => {
    const page = html(text)
    const tags = [...page.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)]
    expect(
      tags.map(([, name]) => name).filter((name) => !["p", "a", "h2", "pre", "code"].includes(name ?? "")),
    ).toEqual([])
    for (const [, , attributes = ""] of tags) {
      expect(attributes.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=/i)
      const [, address = "/"] = /href="([^"]*)"/.exec(attributes) ?? []
      expect(address).toMatch(/^(?:https?:\/\/|mailto:|tel:|#|\/(?![/\\]))/)
    }
  })

  it("leads to pages in the reader's language, and leaves other addresses alone", () => {
    const page = renderMarkdown(
      "[a](/terms) [b](/) [c](/ko/news) [d](/api/docs) [e](https://x.example/)",
      "ko",
    ).html
    const addresses = [...page.matchAll(/href="([^"]+)"/g)].map(([, address]) => address)
    expect(addresses).toEqual(["/ko/terms", "/ko", "/ko/news", "/api/docs", "https://x.example/"])
    expect(html("[a](/terms)")).toContain('href="/terms"')
  })

  it("keeps a Korean particle out of the mail address it is written onto", () => {
    expect(html("내용을 hello@demo.example로 보내 주세요.")).toContain(
      '<a href="mailto:hello@demo.example">hello@demo.example</a>로 보내 주세요.',
    )
    expect(html("hello@demo.example 또는")).toContain('<a href="mailto:hello@demo.example">')
  })

  it("gives its words alone, for excerpts", () => {
    expect(plainText("## Title\n\nSome **bold** [words](/x)\nand `code`.")).toBe(
      "Title Some bold words and code.",
    )
  })
})
