import { expect, it } from "vitest"
import { shopDay } from "./shop-day.ts"

it("a form begins with the shop's own day, which is another one than in London for some hours", () => {
  const now = "2026-11-28T16:00:00Z"
  expect(shopDay({ shop: { timeZone: "Asia/Seoul" }, now })).toBe("2026-11-29")
  expect(shopDay({ shop: { timeZone: "Europe/Berlin" }, now })).toBe("2026-11-28")
  expect(shopDay({ shop: { timeZone: "America/New_York" }, now: "2026-11-28T02:00:00Z" })).toBe("2026-11-27")
})
