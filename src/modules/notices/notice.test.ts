import { expect, it } from "vitest"
import { findMissingField, languageFor, stateAt } from "./notice.ts"

const at = (hour: number) => Temporal.Instant.from(`2026-11-26T${String(hour).padStart(2, "0")}:00:00Z`)

it.each([
  ["draft", 8, 12, 10, "draft"],
  ["released", 11, null, 10, "planned"],
  ["released", 10, null, 10, "live"],
  ["released", 8, 12, 10, "live"],
  ["released", 8, 10, 10, "over"],
  ["withdrawn", 8, 12, 10, "withdrawn"],
] as const)("%s from %s to %s is at %s o'clock %s", (decision, from, to, now, state) => {
  const standing = { decision, publishAt: at(from), expiresAt: to === null ? null : at(to) }
  expect(stateAt(standing, at(now))).toBe(state)
})

it("is read in one's own language where it has one, else in the other", () => {
  const both = { title: { en: "a", ko: "가" }, body: { en: [1], ko: [1] } }
  const korean = { title: { en: "a", ko: "가" }, body: { en: [], ko: [1] } }
  expect(languageFor(both, "en")).toBe("en")
  expect(languageFor(korean, "en")).toBe("ko")
})

it("misses what was begun, and else a title in the writer's own language", () => {
  const written = (en: string, ko: string, isIn: "en" | "ko" | "neither") => ({
    title: { en, ko },
    body: { en: isIn === "en" ? [1] : [], ko: isIn === "ko" ? [1] : [] },
  })
  expect(findMissingField(written("", "", "neither"), "ko")).toBe("title/ko")
  expect(findMissingField(written("", "가", "neither"), "en")).toBe("body/ko")
  expect(findMissingField(written("", "", "en"), "ko")).toBe("title/en")
  expect(findMissingField(written("a", "", "ko"), "ko")).toBe("title/ko")
  expect(findMissingField(written("a", "가", "ko"), "en")).toBeUndefined()
})
