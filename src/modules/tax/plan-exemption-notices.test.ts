import { describe, expect, it } from "vitest"
import { type NoticedExemption, planExemptionNotices } from "./plan-exemption-notices.ts"

const today = Temporal.PlainDate.from("2026-05-01")

function certificate(until: string, over: Partial<NoticedExemption> = {}): NoticedExemption {
  return {
    id: "txe_1",
    accountId: "acc_1",
    country: "US",
    region: "TX",
    number: "EX-1",
    from: "2026-01-01",
    reference: "ex-1.pdf",
    warnedOf: null,
    toldOverOf: null,
    until,
    ...over,
  }
}

const said = (...all: NoticedExemption[]) =>
  planExemptionNotices(all, today).map(({ exemption, isOver }) => [exemption.until, isOver])

describe("notices of certificates that end", () => {
  it("an end is told thirty days before, and not earlier", () => {
    expect(said(certificate("2026-05-31"))).toEqual([["2026-05-31", false]])
    expect(said(certificate("2026-06-01"))).toEqual([])
  })

  it("the last day is still covered, the day after is not", () => {
    expect(said(certificate("2026-05-01"))).toEqual([["2026-05-01", false]])
    expect(said(certificate("2026-04-30"))).toEqual([["2026-04-30", true]])
    expect(said(certificate("2026-03-31"))).toEqual([])
  })

  it("each is told once, and again when its last day moves", () => {
    expect(said(certificate("2026-05-31", { warnedOf: "2026-05-31" }))).toEqual([])
    expect(said(certificate("2026-05-10", { warnedOf: "2026-05-31" }))).toEqual([["2026-05-10", false]])
    expect(said(certificate("2026-04-30", { warnedOf: "2026-04-30" }))).toEqual([["2026-04-30", true]])
    expect(said(certificate("2026-04-30", { toldOverOf: "2026-04-30" }))).toEqual([])
  })

  it("one that another goes on from is no news, one after a gap is", () => {
    const next = (from: string, over: Partial<NoticedExemption> = {}) =>
      certificate("2027-12-31", { id: "txe_2", from, ...over })
    expect(said(certificate("2026-05-10"), next("2026-05-11"))).toEqual([])
    expect(said(certificate("2026-05-10"), next("2026-05-11", { region: "" }))).toEqual([])
    expect(said(certificate("2026-05-10"), next("2026-05-12"))).toEqual([["2026-05-10", false]])
    expect(said(certificate("2026-05-10"), next("2026-05-11", { accountId: "acc_2" }))).toHaveLength(1)
    expect(said(certificate("2026-05-10"), next("2026-05-11", { region: "NY" }))).toHaveLength(1)
  })
})
