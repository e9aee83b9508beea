import { expect, it } from "vitest"
import { compareJson } from "./json-lines.ts"

const written = (before: unknown, after: unknown) =>
  compareJson(before, after).map(({ kind, depth, name, text, newText }) => {
    const mark = { same: " ", added: "+", removed: "-", changed: "~" }[kind]
    return `${mark}${" ".repeat(depth)}${name}${text}${newText === undefined ? "" : ` > ${newText}`}`
  })

it("a name that both have stands once; what one lacks is added or removed", () => {
  const before = { name: "Mina", phone: null, tags: ["a", "b"], old: { deep: 1 } }
  const after = { name: "Mina Kim", phone: null, tags: ["a", "c", "b"], fresh: true }
  expect(written(before, after)).toEqual([
    " {",
    '~ "name": "Mina" > "Mina Kim"',
    '  "phone": null',
    '  "tags": [',
    '   "a"',
    '+  "c"',
    '   "b"',
    "  ]",
    '- "old": {',
    '-  "deep": 1',
    "- }",
    '+ "fresh": true',
    " }",
  ])
})

it("another kind of value is both removed and added, the order of names is no difference", () => {
  expect(written({ a: 1, b: 2 }, { b: 2, a: 1 }).every((line) => line.startsWith(" "))).toBe(true)
  expect(written({ at: "now" }, { at: [1] })).toEqual([
    " {",
    '- "at": "now"',
    '+ "at": [',
    "+  1",
    "+ ]",
    " }",
  ])
  expect(written([], {})).toEqual(["-[]", "+{}"])
  expect(written("x", "y")).toEqual(['~"x" > "y"'])
})
