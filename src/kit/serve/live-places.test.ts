import { expect, test } from "vitest"
import { createLivePlaces } from "./live-places.ts"

const refused = expect.objectContaining({ code: "request.too_many_live" })

test("a caller has so many places, and gets them back when a stream is over", () => {
  const places = createLivePlaces({ perCaller: 2, perProcess: 10 })
  const leave = places.enter("a")
  places.enter("a")
  expect(() => places.enter("a")).toThrow(refused)
  places.enter("b")
  leave()
  // Told twice that it is over, by the reader's leaving and by the stream's end: that frees one place, not two.
  leave()
  places.enter("a")
  expect(() => places.enter("a")).toThrow(refused)
})

test("all callers together have so many", () => {
  const places = createLivePlaces({ perCaller: 2, perProcess: 3 })
  places.enter("a")
  const leave = places.enter("b")
  places.enter("c")
  expect(() => places.enter("d")).toThrow(refused)
  leave()
  places.enter("d")
})
