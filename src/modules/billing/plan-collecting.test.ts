import { expect, test } from "vitest"
import { type CollectingPolicy, defaultPolicy, isBusinessDay, planRequestDay } from "./collecting-policy.ts"
import { planOfficeHours } from "./office-hours.ts"
import { planCollecting } from "./plan-collecting.ts"

const day = (text: string) => Temporal.PlainDate.from(text)
/** Its last usable day is Wednesday, 1 April 2026. */
const running = {
  state: "active",
  collection: "manual",
  periodEnd: day("2026-04-02"),
  cancelAtEnd: false,
  overdueOn: null,
  suspendedOn: null,
  graceUntil: null,
  requestId: "prq_asked",
  nextRequestOn: null,
  pauseFrom: null,
  pauseUntil: null,
  periodNumber: 1,
  trialUntil: null,
} as const
type Facts = {
  readonly isMoneyOnItsWay?: boolean
  readonly isFree?: boolean
  readonly policy?: CollectingPolicy
}
const plan = (one: Parameters<typeof planCollecting>[0], today: string, facts: Facts = {}) =>
  planCollecting(one, { today: day(today), policy: defaultPolicy, isMoneyOnItsWay: false, ...facts }).act

test("it is asked for seven days before, reminded of three days and one day before, and said once it is over", () => {
  expect(planRequestDay({ start: day("2026-03-02"), end: day("2026-04-02") }, defaultPolicy).toString()).toBe(
    "2026-03-25",
  )
  const days = [
    "2026-03-25",
    "2026-03-28",
    "2026-03-29",
    "2026-03-30",
    "2026-03-31",
    "2026-04-01",
    "2026-04-02",
  ]
  expect(days.map((today) => plan(running, today))).toEqual([
    // The request itself speaks on this day.
    "wait",
    "wait",
    "remind",
    "wait",
    "remind",
    "wait",
    "miss",
  ])
})

test("what costs nothing is not reminded of; where it could not be renewed it is nobody's fault", () => {
  const free = { ...running, requestId: null, nextRequestOn: day("2026-03-25") }
  const late = { ...free, nextRequestOn: day("2026-04-01") }
  expect(plan(late, "2026-03-29", { isFree: true })).toBe("wait")
  expect(plan(late, "2026-03-29")).toBe("remind")
  expect(plan(free, "2026-04-20", { isFree: true })).toBe("wait")
})

test("whoever is charged by itself is not reminded", () => {
  const automatic = { ...running, collection: "automatic" } as const
  expect([
    plan(automatic, "2026-03-29"),
    plan(automatic, "2026-03-31"),
    plan(automatic, "2026-04-02"),
  ]).toEqual(["wait", "wait", "miss"])
})

test("a period shorter than the days ahead is asked for when it begins", () => {
  expect(planRequestDay({ start: day("2026-03-02"), end: day("2026-03-03") }, defaultPolicy).toString()).toBe(
    "2026-03-02",
  )
})

test("suspended seven days after, ended thirty days after, on working days only", () => {
  const late = { ...running, state: "past_due" } as const
  expect(plan(late, "2026-04-07")).toBe("wait")
  expect(plan(late, "2026-04-08")).toBe("suspend")
  const onHoliday = { ...defaultPolicy, holidays: ["2026-04-08"] }
  expect(plan(late, "2026-04-08", { policy: onHoliday })).toBe("wait")
  // A Saturday and a Sunday.
  expect([plan(late, "2026-04-11"), plan(late, "2026-04-12"), plan(late, "2026-04-13")]).toEqual([
    "wait",
    "wait",
    "suspend",
  ])
  const suspended = { ...running, state: "suspended", suspendedOn: day("2026-04-08") } as const
  expect(plan(suspended, "2026-04-30")).toBe("wait")
  expect(plan(suspended, "2026-05-01")).toBe("expire")
})

test("missed days are caught up once: nobody is suspended before being told, or deleted on the day of the suspension", () => {
  expect(plan(running, "2026-06-01")).toBe("miss")
  expect(plan({ ...running, state: "past_due" }, "2026-06-01")).toBe("suspend")
  const suspended = { ...running, state: "suspended", suspendedOn: day("2026-06-01") } as const
  expect(plan(suspended, "2026-06-02")).toBe("wait")
  expect(plan(suspended, "2026-06-24")).toBe("expire")
})

test("a run played twice on the day on which it was said suspends nobody", () => {
  const said = { ...running, state: "past_due", overdueOn: day("2026-04-09") } as const
  expect([plan(said, "2026-04-09"), plan(said, "2026-04-10")]).toEqual(["wait", "suspend"])
})

test("money on its way holds a suspension up, and no longer than the policy says", () => {
  const late = { ...running, state: "past_due" } as const
  expect(plan(late, "2026-04-08", { isMoneyOnItsWay: true })).toBe("wait")
  expect(plan(late, "2026-04-10", { isMoneyOnItsWay: true })).toBe("wait")
  expect(plan(late, "2026-04-13", { isMoneyOnItsWay: true })).toBe("suspend")
})

test("whoever promised to pay until Friday is left alone until Friday", () => {
  const promised = { ...running, state: "past_due", graceUntil: day("2026-04-10") } as const
  expect([plan(promised, "2026-04-08"), plan(promised, "2026-04-10"), plan(promised, "2026-04-13")]).toEqual([
    "wait",
    "wait",
    "suspend",
  ])
})

test("what was given up ends on the first working day after its last one, and is not reminded of", () => {
  const leaving = { ...running, cancelAtEnd: true }
  // 10 April 2026 is a Friday.
  const ofFriday = { ...leaving, periodEnd: day("2026-04-11") }
  expect(["2026-04-11", "2026-04-12", "2026-04-13"].map((today) => plan(ofFriday, today))).toEqual([
    "wait",
    "wait",
    "cancel",
  ])
  const always = { ...defaultPolicy, businessDaysOnly: false }
  expect(plan(ofFriday, "2026-04-11", { policy: always })).toBe("cancel")
  expect([plan(leaving, "2026-03-29"), plan(leaving, "2026-04-01"), plan(leaving, "2026-04-02")]).toEqual([
    "wait",
    "wait",
    "cancel",
  ])
})

test("a policy of two days and three suspends on D+2 and ends on D+3", () => {
  const strict = { ...defaultPolicy, suspendDays: 2, terminateDays: 3, businessDaysOnly: false }
  expect(plan({ ...running, state: "past_due" }, "2026-04-03", { policy: strict })).toBe("suspend")
  const suspended = { ...running, state: "suspended", suspendedOn: day("2026-04-03") } as const
  expect(plan(suspended, "2026-04-04", { policy: strict })).toBe("expire")
  expect(isBusinessDay(day("2026-04-04"), strict)).toBe(true)
})

test("customers are written to between nine and eight in their own zone, across a change of the clocks too", () => {
  const hours = { timeZone: "Europe/Berlin", fromHour: 9, toHour: 20 }
  const opens = (moment: string) => planOfficeHours(Temporal.Instant.from(moment), hours)?.toString()
  expect(opens("2026-03-28T23:30:00Z")).toBe("2026-03-29T07:00:00Z")
  expect(opens("2026-03-29T07:00:00Z")).toBeUndefined()
  expect(opens("2026-10-24T18:00:00Z")).toBe("2026-10-25T08:00:00Z")
})

test("whoever was never asked, because a run is held or their request can't be made, is not reminded, missed or cut off", () => {
  const unasked = { ...running, requestId: null, nextRequestOn: day("2026-03-25") } as const
  expect(["2026-03-29", "2026-04-02"].map((today) => plan(unasked, today))).toEqual(["wait", "wait"])
  const overdue = { ...unasked, state: "past_due" } as const
  expect(plan(overdue, "2026-04-10")).toBe("wait")
  expect(plan({ ...unasked, state: "suspended", suspendedOn: day("2026-04-08") }, "2026-06-01")).toBe("wait")
  // Asked since, its days count as ever.
  expect(plan({ ...overdue, requestId: "prq_asked", nextRequestOn: null }, "2026-04-10")).toBe("suspend")
  expect(plan({ ...unasked, cancelAtEnd: true }, "2026-04-02")).toBe("cancel")
})

test("a pause begins with the first unpaid day, is reminded of before its end, and ends on its day if that is paid", () => {
  const planned = { ...running, pauseFrom: day("2026-04-02"), pauseUntil: day("2026-06-01") }
  expect([plan(planned, "2026-03-29"), plan(planned, "2026-04-01"), plan(planned, "2026-04-02")]).toEqual([
    "wait",
    "wait",
    "pause",
  ])
  const paused = { ...planned, state: "paused" } as const
  expect([plan(paused, "2026-04-20"), plan(paused, "2026-05-28"), plan(paused, "2026-05-31")]).toEqual([
    "wait",
    "remind",
    "wait",
  ])
  const paid = { ...paused, periodEnd: day("2026-07-01"), requestId: null, nextRequestOn: day("2026-06-23") }
  expect([plan(paid, "2026-05-31"), plan(paid, "2026-06-01")]).toEqual(["wait", "resume"])
  // Paid ahead, before the pause had begun: it stands still all the same.
  expect(plan({ ...paid, state: "active" }, "2026-04-02")).toBe("pause")
  // No run has seen it at all.
  expect(plan({ ...paid, state: "active" }, "2026-06-05")).toBe("resume")
})

test("what is not paid after its pause is suspended as late as anything else, and ends as late", () => {
  const paused = {
    ...running,
    state: "paused",
    pauseFrom: day("2026-04-02"),
    pauseUntil: day("2026-06-01"),
  } as const
  expect([plan(paused, "2026-06-01"), plan(paused, "2026-06-05"), plan(paused, "2026-06-08")]).toEqual([
    "wait",
    "wait",
    "suspend",
  ])
  expect(plan(paused, "2026-06-08", { isMoneyOnItsWay: true })).toBe("wait")
  const suspended = { ...paused, state: "suspended", suspendedOn: day("2026-06-08") } as const
  expect([plan(suspended, "2026-06-30"), plan(suspended, "2026-07-01")]).toEqual(["wait", "expire"])
})
