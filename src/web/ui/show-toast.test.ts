import { expect, it } from "vitest"
import { listenForToasts, showToast, type Toast } from "./show-toast.ts"

it("reaches whoever listens, and nobody afterwards", () => {
  const heard: Toast[] = []
  const stop = listenForToasts((toast) => void heard.push(toast))
  showToast("Copied")
  showToast("It did not work", "bad")
  stop()
  showToast("Nobody hears this")
  expect(heard.map(({ text, tone }) => [text, tone])).toEqual([
    ["Copied", "good"],
    ["It did not work", "bad"],
  ])
  expect(new Set(heard.map(({ id }) => id)).size).toBe(2)
})
