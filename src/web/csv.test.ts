import { describe, expect, it } from "vitest"
import { csvCell, csvHead, csvLine } from "./csv.ts"

describe("csvCell", () => {
  it.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+82 2-000", "'+82 2-000"],
    ["-cmd", "'-cmd"],
    ["@SUM(A1)", "'@SUM(A1)"],
    [" =1", "' =1"],
    ["\t=1", "'\t=1"],
    ["＝1", "'＝1"],
  ])("makes the formula %j text", (given, wanted) => {
    expect(csvCell(given)).toBe(wanted)
  })

  it("leaves numbers and ordinary words alone", () => {
    expect(csvCell("-5.99")).toBe("-5.99")
    expect(csvCell(12)).toBe("12")
    expect(csvCell("web1.example.com")).toBe("web1.example.com")
    expect(csvCell(null)).toBe("")
  })

  it("quotes what would break the line, a neutralised formula included", () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"')
    expect(csvCell("=1,2")).toBe(`"'=1,2"`)
  })
})

it("a file begins with the mark that makes Excel read UTF-8", () => {
  expect(csvHead(["이름"]) + csvLine(["홍길동"])).toBe("\uFEFF이름\r\n홍길동\r\n")
})
