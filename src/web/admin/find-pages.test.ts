import { expect, test } from "vitest"
import { listShownPages } from "#app/testing/page-doors.ts"
import { permissions } from "#identity"
import { findPages, pagesOfAdmin } from "./find-pages.ts"
import type { Finder } from "./found.ts"

const reader = (language: "en" | "ko", may: Finder["may"] = () => true): Finder => ({
  // Pages are found without it.
  api: {} as Finder["api"],
  language,
  may,
})

test("every page of the admin that has an address of its own is found, by its name, by whoever may see it", () => {
  const listed = pagesOfAdmin.map(({ to }) => to)
  const shown = listShownPages().map((path) => `/${path}`)
  const own = shown.filter((path) => /^\/admin(\/|$)/.test(path) && !path.includes(":"))
  expect(own.length).toBeGreaterThan(50)
  expect(own.filter((path) => !listed.includes(path))).toEqual([])
  expect(listed.filter((path) => !own.includes(path))).toEqual([])
  const known: readonly string[] = permissions
  expect(pagesOfAdmin.filter(({ permission }) => permission && !known.includes(permission))).toEqual([])
  for (const { to, name } of pagesOfAdmin) {
    expect(findPages(reader("ko"), name.ko).map((one) => one.to)).toContain(to)
  }
})

test.each([
  ["환불", "en", "/admin/settings/refunds", "Refunds"],
  ["two-factor staff", "ko", "/admin/staff", "직원과 로그인 정책"],
  ["logo", "ko", "/admin/settings/brand", "브랜드"],
  ["파비콘", "en", "/admin/settings/brand", "Brand"],
  ["oss", "ko", "/admin/ledger/tax", "부가가치세 신고 자료"],
  ["신고", "en", "/admin/ledger/tax", "Tax report"],
] as const)("%s leads a reader of %s to %s", (text, language, to, label) => {
  expect(findPages(reader(language), text)).toContainEqual({ kind: "page", to, label, about: "" })
})

test("a page that its reader may not see is not found", () => {
  const may = (permission: string) => permission !== "billing.refund-policy.read"
  expect(findPages(reader("en", may), "refund").map(({ to }) => to)).not.toContain("/admin/settings/refunds")
})
