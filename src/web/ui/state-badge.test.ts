import { describe, expect, it } from "vitest"
import { isOverdue } from "./state-badge.tsx"

describe("what waits for a payment", () => {
  it("is overdue from the day after its due day on", () => {
    expect(isOverdue("request.open", "2026-11-27", "2026-11-27")).toBe(false)
    expect(isOverdue("request.open", "2026-11-27", "2026-11-28")).toBe(true)
    expect(isOverdue("request.billed", "2026-11-27", "2026-12-01")).toBe(true)
    expect(isOverdue("invoice.open", "2025-12-31", "2026-01-01")).toBe(true)
  })

  it("is never overdue once it is paid or taken back, nor without a due day", () => {
    expect(isOverdue("request.paid", "2026-11-27", "2026-11-28")).toBe(false)
    expect(isOverdue("request.withdrawn", "2026-11-27", "2026-11-28")).toBe(false)
    expect(isOverdue("invoice.written_off", "2026-11-27", "2026-11-28")).toBe(false)
    expect(isOverdue("invoice.open", null, "2026-11-28")).toBe(false)
  })
})
