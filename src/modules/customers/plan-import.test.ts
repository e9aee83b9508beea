import { expect, test } from "vitest"
import { decodeCsv, readCsvText } from "./csv-text.ts"
import type { Field } from "./field.ts"
import { readFieldValue } from "./field.ts"
import { type ImportFacts, planImport } from "./plan-import.ts"

const fields: Field[] = [
  { id: "fld_size", name: "Size", kind: "choice", choices: ["Small", "Large"] },
  { id: "fld_until", name: "Until", kind: "date", choices: [] },
]
const facts: ImportFacts = {
  fields,
  country: "KR",
  language: "ko",
  readPhone: (text) => (/^0\d/.test(text) ? `+82${text.slice(1)}` : undefined),
}
const plan = (text: string) => planImport(readCsvText(text), facts)

test("a line becomes a customer, whatever its columns are called and in which order", () => {
  const { rows, unknownColumns } = plan(
    "\uFEFF이메일;이름;전화번호;태그;size;Shoe size\nKim@Example.com;김서연;01012345678;VIP, Seoul;small;43\n",
  )
  expect(unknownColumns).toEqual(["Shoe size"])
  expect(rows).toMatchObject([
    {
      line: 2,
      name: "김서연",
      email: "kim@example.com",
      phone: "+821012345678",
      country: "KR",
      language: "ko",
      tags: ["VIP", "Seoul"],
      fields: { fld_size: "Small" },
      standing: "fresh",
      problems: [],
    },
  ])
})

test("each thing that is wrong is said at its cell, and the others still count", () => {
  const { rows } = plan(
    [
      "name,email,phone,country,language,until,size",
      "Ann,ann@example.com,,,,,",
      ",nobody,12,Korea,fr,2026-02-30,Huge",
      "Ann again,ANN@example.com,,,,,",
    ].join("\r\n"),
  )
  expect(rows.map((row) => row.standing)).toEqual(["fresh", "wrong", "wrong"])
  expect(rows[1]?.problems).toEqual([
    { cell: 0, code: "name_missing" },
    { cell: 1, code: "email_wrong" },
    { cell: 3, code: "country_wrong" },
    { cell: 4, code: "language_wrong" },
    { cell: 2, code: "phone_wrong" },
    { cell: 6, code: "value_wrong" },
    { cell: 5, code: "value_wrong" },
  ])
  expect(rows[1]?.typed).toEqual(["", "nobody", "12", "Korea", "fr", "2026-02-30", "Huge"])
  expect(rows[2]?.problems).toEqual([{ cell: 1, code: "email_twice" }])
})

test("a file without the columns says so in every line, and our own export comes back as it left", () => {
  expect(plan("first,second\na,b\n").rows[0]?.problems).toEqual([
    { cell: -1, code: "name_missing" },
    { cell: -1, code: "email_wrong" },
  ])
  expect(plan(`name,email\n"'=1+1 ""Ltd"", Seoul",a@example.com\n`).rows[0]?.name).toBe('=1+1 "Ltd", Seoul')
})

test("texts are read in UTF-8 and as Korean spreadsheets write them, and nothing else is a text", () => {
  expect(decodeCsv(new TextEncoder().encode("김"))).toBe("김")
  expect(decodeCsv(Uint8Array.of(0xb1, 0xe8))).toBe("김")
  expect(decodeCsv(Uint8Array.of(0xff, 0xff))).toBeUndefined()
})

test.each([
  ["number", "12.50", "12.50"],
  ["number", "1e9", undefined],
  ["date", "2026-03-31", "2026-03-31"],
  ["date", "2026-13-01", undefined],
  ["date", "2026-02-00", undefined],
  ["choice", "large", "Large"],
  ["choice", "medium", undefined],
  ["yes_no", "예", "yes"],
  ["yes_no", "perhaps", undefined],
  ["text", " x ", "x"],
  ["text", "x".repeat(501), undefined],
] as const)("as a %s, %j is %j", (kind, typed, wanted) => {
  expect(readFieldValue({ kind, choices: ["Small", "Large"] }, typed)).toBe(wanted)
})
