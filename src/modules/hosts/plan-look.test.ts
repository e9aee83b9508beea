import { describe, expect, it } from "vitest"
import type { HostFinding } from "./finding.ts"
import { type HostState, hostMoves, hostStates } from "./host-name.ts"
import { MISSING_HOURS, PENDING_HOURS, planLook } from "./plan-look.ts"

const begin = Temporal.Instant.from("2026-03-01T00:00:00Z")
const nothing: HostFinding = { isProved: false, leads: "nowhere", texts: [], targets: [], trouble: null }
const proved: HostFinding = { ...nothing, isProved: true, leads: "here" }
const silent: HostFinding = { ...nothing, trouble: "The name service answered 500." }

function look(
  state: HostState,
  finding: HostFinding,
  hours = 0,
  missingSince: Temporal.Instant | null = null,
) {
  return planLook({ state, finding, askedAt: begin, missingSince, now: begin.add({ hours }) })
}

describe("what a look means", () => {
  it("verifies a name whose record is there, whatever was thought of it before", () => {
    for (const state of hostStates) {
      expect(look(state, proved, 1_000, begin)).toEqual({ state: "verified", missingSince: null })
    }
  })

  it("waits a week for a record, and gives up then", () => {
    expect(look("pending", nothing, PENDING_HOURS - 1).state).toBe("pending")
    expect(look("pending", nothing, PENDING_HOURS).state).toBe("failed")
    expect(look("pending", silent, PENDING_HOURS).state).toBe("failed")
  })

  it("lets a verified name go only after three days without its record", () => {
    const first = look("verified", nothing, 10)
    expect(first).toEqual({ state: "verified", missingSince: begin.add({ hours: 10 }) })
    expect(look("verified", nothing, 10 + MISSING_HOURS - 1, first.missingSince).state).toBe("verified")
    expect(look("verified", nothing, 10 + MISSING_HOURS, first.missingSince).state).toBe("lapsed")
  })

  it("takes the silence of the name service for nothing", () => {
    expect(look("verified", silent, 1_000)).toEqual({ state: "verified", missingSince: null })
    expect(look("verified", silent, 1_000, begin).state).toBe("verified")
    expect(look("lapsed", silent, 1_000, begin).state).toBe("lapsed")
  })

  it("moves only where the table says", () => {
    for (const state of hostStates) {
      for (const finding of [nothing, proved, silent]) {
        const to = look(state, finding, 10_000, begin).state
        expect(to === state || hostMoves[state].includes(to), `${state} to ${to}`).toBe(true)
      }
    }
  })
})
