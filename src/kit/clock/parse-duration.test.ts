import { expect, test } from "vitest"
import { parseDuration } from "./parse-duration.ts"

test("a number and a unit; months and minutes are told apart", () => {
  const said = (text: string) => parseDuration(text)?.toString()
  expect(said("35d")).toBe("P35D")
  expect(said(" 2w ")).toBe("P2W")
  expect(said("90m")).toBe("PT90M")
  expect(said("1mo")).toBe("P1M")
  expect(said("12h")).toBe("PT12H")
  expect(said("1y")).toBe("P1Y")
})

test("anything else is not a duration", () => {
  for (const text of ["", "35", "d", "-3d", "1.5d", "99999d", "3 d", "3dd", "3d;"]) {
    expect(parseDuration(text)).toBeUndefined()
  }
})
