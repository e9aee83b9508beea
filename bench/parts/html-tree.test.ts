import { createElement } from "react"
import { renderToString } from "react-dom/server"
import { expect, test } from "vitest"
import { parseHtml } from "./html-tree.ts"

test("what React wrote is read back, names and text unescaped", () => {
  const page = createElement(
    "p",
    { className: "a b", title: 'say "<&>"' },
    "5 < 6 & ",
    createElement("input", { disabled: true }),
    createElement("b", {}, "it's"),
  )
  expect(parseHtml(renderToString(page))).toEqual([
    {
      tag: "p",
      attributes: { className: "a b", title: 'say "<&>"' },
      children: [
        "5 < 6 & ",
        { tag: "input", attributes: { disabled: "" }, children: [] },
        { tag: "b", attributes: {}, children: ["it's"] },
      ],
    },
  ])
})

test("a page that was cut off is not taken for a smaller one", () => {
  expect(() => parseHtml("<main><p>half")).toThrow("<p> is never closed")
})
