import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, it } from "vitest"
import { viewLists } from "#desk/contract"
import routes from "#web/routes.ts"
import { listOfPath } from "./list-of-path.ts"

it.each([
  ["/admin/orders", "orders"],
  ["/ko/admin/operations", "operations"],
  ["/admin/audit.data", "audit"],
  ["/ko/admin/credit-notes", "credit-notes"],
  ["/admin/requests/drafts.data", "requests/drafts"],
  ["/admin/requests/req_1", undefined],
  ["/admin/orders/ord_1", undefined],
  ["/admin/staff", undefined],
  ["/admin/constructor", undefined],
  ["/admin", undefined],
])("%s is the list %s", (path, list) => {
  expect(listOfPath(path)).toBe(list)
})

it("views can be kept of every list of the admin that is read page by page", () => {
  const area = routes.find(({ file }) => file === "admin/layout.page.tsx")
  const isPaged = ({ file }: { file: string }) =>
    readFileSync(resolve(import.meta.dirname, "../..", file), "utf8").includes("readPage(")
  const lists = (area?.children ?? [])
    .filter(isPaged)
    .map(({ path = "" }) => path.replace(/^admin\//, ""))
    .filter((path) => !path.includes(":"))
  expect(lists.length).toBeGreaterThan(20)
  const kept: readonly string[] = viewLists
  expect(lists.filter((path) => !kept.includes(path))).toEqual([])
})
