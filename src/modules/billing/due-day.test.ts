import { expect, test } from "vitest"
import { defaultPolicy } from "./collecting-policy.ts"
import { isOwing, unpaidFrom } from "./due-day.ts"
import { planCollecting } from "./plan-collecting.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
/** Paid, as far as its time goes, until the end of May, by an invoice that is due on Wednesday, 1 April 2026. */
const onTerms = {
  state: "active",
  collection: "automatic",
  periodEnd: day("2026-06-01"),
  cancelAtEnd: false,
  overdueOn: null,
  suspendedOn: null,
  graceUntil: null,
  requestId: null,
  nextRequestOn: day("2026-05-25"),
  pauseFrom: null,
  pauseUntil: null,
  periodNumber: 1,
  trialUntil: null,
  owedOn: day("2026-04-01"),
} as const
const plan = (one: Parameters<typeof planCollecting>[0], today: string) =>
  planCollecting(one, { today: day(today), policy: defaultPolicy, isMoneyOnItsWay: false }).act

test("of what is invoiced first everything counts from the due day, whoever is charged by itself is reminded as well", () => {
  expect(unpaidFrom(onTerms).toString()).toBe("2026-04-02")
  expect(isOwing(onTerms)).toBe(true)
  expect(
    ["2026-03-29", "2026-03-31", "2026-04-01", "2026-04-02"].map((today) => plan(onTerms, today)),
  ).toEqual(["remind", "remind", "wait", "miss"])
  const missed = { ...onTerms, state: "past_due", overdueOn: day("2026-04-02") } as const
  expect(["2026-04-07", "2026-04-08"].map((today) => plan(missed, today))).toEqual(["wait", "suspend"])
})

test("where its time ends before the invoice is due, that end counts", () => {
  const short = { ...onTerms, periodEnd: day("2026-03-20"), requestId: "prq_asked" }
  expect(unpaidFrom(short).toString()).toBe("2026-03-20")
  expect(isOwing(short)).toBe(false)
  expect(plan(short, "2026-03-20")).toBe("miss")
})
