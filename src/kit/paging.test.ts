import { expect, test } from "vitest"
import { cutPage, decodeKey, encodeKey } from "./paging.ts"

test("a page ends where the next one begins", () => {
  const rows = ["a", "b", "c"].map((id) => ({ id }))
  const page = cutPage(rows, 2, (row) => [row.id])
  expect(page.items.map((row) => row.id)).toEqual(["a", "b"])
  expect(decodeKey(page.next ?? undefined, 1)).toEqual(["b"])
  expect(cutPage(rows, 3, (row) => [row.id]).next).toBeNull()
})

test("a key that was tampered with starts at the beginning", () => {
  for (const bad of ["", "%%%", encodeKey(["a"]), Buffer.from("[1,2]").toString("base64url"), "e30"]) {
    expect(decodeKey(bad, 2)).toBeUndefined()
  }
})
