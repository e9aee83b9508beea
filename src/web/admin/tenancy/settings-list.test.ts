import { expect, test } from "vitest"
import { listPages } from "#app/testing/page-doors.ts"
import { permissions } from "#identity"
import { topics } from "./settings-list.ts"

test("settings: every page below them is listed, every entry leads to a page, and asks for a permission there is", () => {
  const pages = listPages().map((path) => `/${path}`)
  const places = topics.flatMap((topic) => topic.places)
  const listed = places.map(({ to }) => to)
  expect(pages.filter((path) => path.startsWith("/admin/settings/") && !listed.includes(path))).toEqual([])
  expect(listed.filter((to) => !pages.includes(to))).toEqual([])
  expect(new Set(places.map(({ name }) => name)).size).toBe(places.length)
  const known: readonly string[] = permissions
  expect(places.filter(({ permission }) => !known.includes(permission))).toEqual([])
})
