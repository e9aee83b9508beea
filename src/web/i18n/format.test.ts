import { describe, expect, it } from "vitest"
import {
  decimalText,
  formatAmount,
  formatDay,
  formatInstant,
  formatInstantDay,
  formatMonth,
  formatVersion,
} from "./format.ts"
import { dayIn } from "./zone.ts"
import { zoneAround } from "./zone-around.ts"

describe("money", () => {
  it("writes each currency with its own digits", () => {
    expect(formatAmount({ minor: "599", currency: "EUR" }, "en")).toBe("€5.99")
    expect(formatAmount({ minor: "5", currency: "USD" }, "en")).toBe("$0.05")
    expect(formatAmount({ minor: "11000", currency: "KRW" }, "en")).toBe("₩11,000")
    expect(formatAmount({ minor: "-599", currency: "EUR" }, "ko")).toBe("-€5.99")
  })

  it("writes won as a Korean shop does", () => {
    expect(formatAmount({ minor: "11000", currency: "KRW" }, "ko")).toBe("11,000원")
  })

  it("loses nothing of an amount too large for a number", () => {
    expect(decimalText("900719925474099312", 2)).toBe("9007199254740993.12")
    expect(formatAmount({ minor: "900719925474099312", currency: "EUR" }, "en")).toBe(
      "€9,007,199,254,740,993.12",
    )
  })
})

describe("time", () => {
  it("is told in the shop's zone", () => {
    expect(formatInstant("2026-11-21T15:30:00Z", "ko", "Asia/Seoul")).toBe("2026.\u00a011.\u00a022. 00:30")
    expect(formatInstant("2026-11-21T15:30:00Z", "en", "Europe/Berlin")).toBe("21 Nov 2026, 16:30")
  })

  it("does not move a calendar day", () => {
    expect(formatDay("2026-03-01", "en")).toBe("1 Mar 2026")
  })

  it("keeps a Korean day in one piece, where a line of a page ends", () => {
    expect(formatDay("2026-03-01", "ko")).toBe("2026.\u00a03.\u00a01.")
    expect(formatMonth("2026-03", "ko")).toBe("2026년\u00a03월")
    expect(formatInstantDay("2026-11-21T15:30:00Z", "ko", "Asia/Seoul")).toBe("2026.\u00a011.\u00a022.")
  })

  it("knows which day it is where the shop is", () => {
    const now = "2026-11-21T15:30:00Z"
    expect(dayIn(zoneAround("Asia/Seoul", now), now)).toBe("2026-11-22")
    expect(dayIn(zoneAround("Europe/Berlin", now), now)).toBe("2026-11-21")
  })

  it("says a text's version as the day it is, and leaves any other name alone", () => {
    expect(formatVersion("2026-11-21", "ko")).toBe("2026.\u00a011.\u00a021.")
    expect(formatVersion("2026-11-21-b", "en")).toBe("21 Nov 2026-b")
    expect(formatVersion("draft-3", "en")).toBe("draft-3")
  })
})
