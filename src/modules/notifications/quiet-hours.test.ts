import { expect, it } from "vitest"
import { planMorning } from "./quiet-hours.ts"

const morningAfter = (local: string) =>
  planMorning(Temporal.ZonedDateTime.from(`${local}[Asia/Seoul]`).toInstant(), "Asia/Seoul")
    ?.toZonedDateTimeISO("Asia/Seoul")
    .toPlainDateTime()
    .toString()

it("lets advertising leave from 08:00 to 21:00, by the shop's own clock", () => {
  expect(morningAfter("2026-03-02T08:00:00")).toBeUndefined()
  expect(morningAfter("2026-03-02T20:59:59")).toBeUndefined()
  expect(morningAfter("2026-03-02T21:00:00")).toBe("2026-03-03T08:00:00")
  expect(morningAfter("2026-03-02T23:59:59")).toBe("2026-03-03T08:00:00")
  expect(morningAfter("2026-03-03T00:00:00")).toBe("2026-03-03T08:00:00")
  expect(morningAfter("2026-03-03T07:59:59")).toBe("2026-03-03T08:00:00")
  expect(morningAfter("2026-12-31T22:00:00")).toBe("2027-01-01T08:00:00")
})
