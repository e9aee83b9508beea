import { expect, test } from "vitest"
import { readSpan, withSpan } from "./span.ts"

// The 29th in Seoul, while it is still the 28th in Greenwich.
const seoul = { now: "2026-11-28T20:00:00Z", shop: { timeZone: "Asia/Seoul" } }
const berlin = { now: "2026-11-28T20:00:00Z", shop: { timeZone: "Europe/Berlin" } }

test.each([
  ["period=today", seoul, "2026-11-28T15:00:00Z", "2026-11-29T15:00:00Z"],
  ["period=lastMonth", seoul, "2026-09-30T15:00:00Z", "2026-10-31T15:00:00Z"],
  // A day on which the clocks change has 25 hours.
  ["from=2026-10-25&to=2026-10-25", berlin, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"],
  ["period=days&from=2026-11-01", seoul, "2026-10-31T15:00:00Z", undefined],
  ["to=2026-11-01", seoul, undefined, "2026-11-01T15:00:00Z"],
  // A name says its own days, whatever else stands there; what is no day or no name says none.
  ["period=today&from=2020-01-01", seoul, "2026-11-28T15:00:00Z", "2026-11-29T15:00:00Z"],
  ["from=2026-02-31&to=yesterday&period=never", seoul, undefined, undefined],
  // Moments are for the API: an address does not speak of them.
  ["since=2020-01-01T00:00:00Z&until=x", seoul, undefined, undefined],
])("%s", (address, house, since, until) => {
  expect(readSpan(withSpan(new URLSearchParams(address), house))).toEqual({ since, until })
})
