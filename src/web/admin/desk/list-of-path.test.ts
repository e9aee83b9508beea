import { expect, it } from "vitest"
import { listOfPath } from "./list-of-path.ts"

it.each([
  ["/admin/orders", "orders"],
  ["/ko/admin/operations", "operations"],
  ["/admin/audit.data", "audit"],
  ["/admin/orders/ord_1", undefined],
  ["/admin/staff", undefined],
  ["/admin/constructor", undefined],
  ["/admin", undefined],
])("%s is the list %s", (path, list) => {
  expect(listOfPath(path)).toBe(list)
})
