import { expect, test } from "vitest"
import { chooseArm, hashVisitor, withArm } from "./choose-arm.ts"
import type { Coupon } from "./coupon.ts"

const arms = [
  { name: "A" as const, percent: 10 },
  { name: "B" as const, percent: 20 },
  { name: "C" as const, percent: 30 },
]
const visitors = Array.from({ length: 3_000 }, (_, number) => `acc_${number}`)
const chosenBy = (id: string) => visitors.map((visitor) => chooseArm({ id, arms }, visitor))

test("whoever comes gets the same arm however often they come, and each arm comes about equally often", () => {
  const chosen = chosenBy("cpn_1")
  expect(chosenBy("cpn_1")).toEqual(chosen)
  for (const { name } of arms) {
    const times = chosen.filter((one) => one === name).length
    expect(times).toBeGreaterThan(900)
    expect(times).toBeLessThan(1_100)
  }
})

test("who got the best of one coupon has no better chance at the next one", () => {
  const [first, second] = [chosenBy("cpn_1"), chosenBy("cpn_2")]
  const both = visitors.filter((_, at) => first[at] === "C" && second[at] === "C").length
  expect(both).toBeGreaterThan(260)
  expect(both).toBeLessThan(410)
})

test("a coupon without arms stays what it is, and a visitor is known by a hash alone", () => {
  const plain = { id: "cpn_1", arms: [], percent: 10 } as unknown as Coupon
  expect(chooseArm(plain, "acc_1")).toBeUndefined()
  expect(withArm(plain, undefined)).toBe(plain)
  expect(withArm({ ...plain, arms }, "B")).toMatchObject({ percent: 20, arm: "B" })
  expect(hashVisitor("cpn_1", "acc_1")).not.toContain("acc_1")
})
