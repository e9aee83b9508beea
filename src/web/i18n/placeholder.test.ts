import { expect, expectTypeOf, test } from "vitest"
import { defineWords } from "./define-words.ts"
import type { Placeholder } from "./placeholder.ts"
import { sayIn } from "./say.ts"

const words = defineWords({
  en: {
    plain: "Nothing to fill in",
    price: "{price} per {unit}",
    days: "{count, plural, =0 {none left of {all}} one {# day} other {days}} until {end}",
    kind: "{kind, select, shop {the shop} staff {{name, select, x {{deep}} other {nobody}}} other {a guest}}.",
    size: "{count, number} MB",
  },
  ko: {
    plain: "채울 값 없음",
    price: "{unit}당 {price}",
    days: "{end}까지 {count, plural, =0 {{all} 중 없음} other {#일}}",
    kind: "{kind, select, shop {쇼핑몰} staff {{name, select, x {{deep}} other {없음}}} other {손님}}.",
    size: "{count, number} MB",
  },
})
type Message = (typeof words)["en"]

test("the compiler reads from a message which values it asks for", () => {
  expectTypeOf<Placeholder<Message["plain"]>>().toEqualTypeOf<never>()
  expectTypeOf<Placeholder<Message["price"]>>().toEqualTypeOf<"price" | "unit">()
  expectTypeOf<Placeholder<Message["days"]>>().toEqualTypeOf<"count" | "all" | "end">()
  expectTypeOf<Placeholder<Message["kind"]>>().toEqualTypeOf<"kind" | "name" | "deep">()
  expectTypeOf<Placeholder<Message["size"]>>().toEqualTypeOf<"count">()
})

test("a value left out, or one that no word has, does not compile", () => {
  const say = sayIn(words, "en")
  expect(say("plain")).toBe("Nothing to fill in")
  expect(say("price", { price: "3", unit: "month" })).toBe("3 per month")
  // @ts-expect-error: no values at all
  expect(() => say("price")).toThrow("price")
  // @ts-expect-error: the unit is missing
  expect(() => say("price", { price: "3" })).toThrow("unit")
  // @ts-expect-error: no word has a colour
  say("price", { price: "3", unit: "month", colour: "red" })
  // @ts-expect-error: this message has no place for a value
  say("plain", { price: "3" })
  // @ts-expect-error: there is no such word
  expect(() => say("plane")).toThrow()
})

test("of several words that may be said, every value must be given", () => {
  const say = sayIn(words, "ko")
  const one: "price" | "size" = Math.random() < 2 ? "price" : "size"
  expect(say(one as "price" | "size", { price: "3", unit: "월", count: 1 })).toBe("월당 3")
  // @ts-expect-error: it may be the size
  say(one as "price" | "size", { price: "3", unit: "월" })
})
