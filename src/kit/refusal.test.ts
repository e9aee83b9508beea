import { expect, test } from "vitest"
import { declareRefusals, Refusal, sayRefusal } from "./refusal.ts"

const refusals = declareRefusals("shop", {
  sold_out: { status: 409, say: { en: "Only {left} left.", ko: "{left}개 남았습니다." } },
})

test("a refusal speaks to people in their language and to us in the log", () => {
  const refusal = refusals.create("shop.sold_out", { left: 2 }, { because: "stock row locked" })
  expect(refusal).toBeInstanceOf(Refusal)
  expect(sayRefusal(refusal, "en")).toBe("Only 2 left.")
  expect(sayRefusal(refusal, "ko")).toBe("2개 남았습니다.")
  expect(refusal.message).toContain("stock row locked")
  expect(sayRefusal(refusal, "en")).not.toContain("stock")
})

test("a code nobody declared is a bug, not a refusal", () => {
  expect(() => refusals.create("shop.unknown" as "shop.sold_out")).toThrow("not declared")
})
