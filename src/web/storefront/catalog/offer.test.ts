import { expect, it } from "vitest"
import { lowestPrice, type Plan, savingOf } from "./offer.ts"

const plan = (prices: Partial<Record<"monthly" | "annual", string>>, soldOut = false) =>
  ({
    soldOut,
    prices: Object.entries(prices).map(([cycle, minor]) => ({
      cycle,
      amount: { minor, currency: "KRW" },
      setupFee: { minor: "0", currency: "KRW" },
    })),
  }) as unknown as Plan

it("a longer term saves what its months one by one would cost more, rounded down", () => {
  expect(savingOf(plan({ monthly: "11000", annual: "110000" }), "annual")?.percent).toBe(16)
  expect(savingOf(plan({ monthly: "11000", annual: "132000" }), "annual")).toBeUndefined()
  expect(savingOf(plan({ monthly: "11000", annual: "131900" }), "annual")).toBeUndefined()
  expect(savingOf(plan({ monthly: "11000", annual: "140000" }), "annual")).toBeUndefined()
  expect(savingOf(plan({ annual: "110000" }), "annual")).toBeUndefined()
  expect(savingOf(plan({ monthly: "0", annual: "0" }), "annual")).toBeUndefined()
})

it("the lowest price is of something that can be bought", () => {
  const plans = [plan({ monthly: "900" }), plan({ monthly: "500" }, true), plan({ monthly: "700" })]
  expect(lowestPrice(plans, "monthly")?.amount.minor).toBe("700")
  expect(lowestPrice(plans, "annual")).toBeUndefined()
})
