import { describe, expect, it } from "vitest"
import { type Order, type Service, standingOf } from "./order-standing.ts"

describe("standingOf", () => {
  it("never calls a paid order unpaid, nor an unbuilt one being built", () => {
    expect(standingOf(order("awaiting_payment"), false, [])).toBe("awaitingPayment")
    expect(standingOf(order("awaiting_payment"), true, [])).toBe("settling")
    expect(standingOf(order("paid"), true, [])).toBe("settling")
    expect(standingOf(order("paid"), true, [service("building")])).toBe("building")
  })

  it("is ready only when every machine is", () => {
    expect(standingOf(order("paid"), true, [service("active"), service("building")])).toBe("building")
    expect(standingOf(order("paid"), true, [service("active"), service("active")])).toBe("delivered")
  })

  it("says when a person has to look", () => {
    expect(standingOf(order("paid"), true, [service("needs_attention")])).toBe("attention")
    expect(standingOf({ ...order("paid"), needsAttention: true }, true, [service("building")])).toBe(
      "attention",
    )
  })
})

function order(state: Order["state"]): Order {
  return { state, needsAttention: false } as Order
}

function service(state: Service["state"]): Service {
  return { state } as Service
}
