import { expect, test } from "vitest"
import { OutsideError } from "../outside/outside-error.ts"
import { declareRefusals } from "../refusal.ts"
import { GiveUp, TryLater, Unanswered } from "./define.ts"
import { sayTrouble } from "./trouble.ts"
import { troubleOf } from "./trouble-of.ts"

const outside = (kind: OutsideError["kind"]) =>
  new OutsideError(kind, { host: "panel", method: "POST", path: "/servers", because: "it says so" })

test.each([
  ["a host that can't be reached", outside("not_sent"), "unreachable"],
  ["a call without an answer", outside("unknown"), "unanswered"],
  ["a host that asks for a pause", outside("rate_limited"), "busy"],
  ["an address of ours", outside("refused"), "unsafe"],
  ["a busy host, told as a pause", new TryLater("later", 5, { cause: outside("rate_limited") }), "busy"],
  [
    "what an adapter knows better than its cause",
    new GiveUp("no", { trouble: "denied", cause: outside("unknown") }),
    "denied",
  ],
  ["an answer that can't be read", new Unanswered("what?"), "unanswered"],
  ["a plain pause", new TryLater("not yet", 5), "pending"],
  ["work given up", new GiveUp("no"), "undecided"],
  [
    "a refusal of our own",
    declareRefusals("test", { no: { status: 409, say: { en: "No.", ko: "안 됩니다." } } }).create("test.no"),
    "undecided",
  ],
  ["a slip of ours", new TypeError("x is not a function"), "fault"],
  ["nothing that is an error", "oops", "fault"],
] as const)("%s is told as what it is", (_what, error, kind) => {
  expect(troubleOf(error)).toBe(kind)
})

test("work that has stopped says what to do, work that waits does not, and work that goes on has it behind itself", () => {
  expect(sayTrouble({ state: "stuck", trouble: "declined" }, "ko")).toEqual({
    kind: "declined",
    says: "외부 시스템이 요청을 거절했습니다.",
    advice: "거절 사유를 해결한 뒤 다시 시도하거나, 작업을 되돌려 주세요.",
  })
  expect(sayTrouble({ state: "waiting", trouble: "unanswered" }, "en")).toMatchObject({ advice: null })
  expect(sayTrouble({ state: "running", trouble: "unanswered" }, "en")).toBeNull()
  expect(sayTrouble({ state: "stuck", trouble: null }, "en")).toBeNull()
})
