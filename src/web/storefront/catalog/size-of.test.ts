import { expect, test } from "vitest"
import { sizeOf } from "./size-of.ts"

test("a thousand gigabytes are a terabyte, and nothing is rounded", () => {
  expect(sizeOf(1_000)).toEqual(["terabytes", { count: 1 }])
  expect(sizeOf(1_500)).toEqual(["terabytes", { count: 1.5 }])
  expect(sizeOf(20_000)).toEqual(["terabytes", { count: 20 }])
  expect(sizeOf(1_024)).toEqual(["gigabytes", { count: 1_024 }])
  expect(sizeOf(500)).toEqual(["gigabytes", { count: 500 }])
})
