import { readdirSync } from "node:fs"
import { resolve } from "node:path"
import { expect, inject, test } from "vitest"
import "#kit/testing/test-database.ts"
import { goldenStories } from "../golden/stories.ts"
import { compareBooks, playStory } from "./golden-story.ts"

/** The short ones; `npm run proof -- billing` plays all. */
const short = ["upgrade-coupon-refund", "downgrade", "partial-refund"]

test.each(goldenStories.filter(({ name }) => short.includes(name)))(
  "$name: the book is as reckoned",
  async (story) => {
    const { differences } = await playStory(inject("testClusterUrl"), story)
    expect(differences).toEqual([])
  },
)

test("every story is told by its file's name", () => {
  const files = readdirSync(resolve(import.meta.dirname, "../golden")).filter((file) => file !== "stories.ts")
  expect(goldenStories.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort())
})

test("a figure that differs, a line too many and one too few are each seen", () => {
  const book = "2027-06-01\n  one 1\n\n2027-06-02\n  two 2"
  expect(compareBooks(book, book)).toEqual([])
  expect(compareBooks(book, book.replace("two 2", "two 3"))).toEqual(["-   two 2", "+   two 3"])
  expect(compareBooks(book, `${book}\n  three 3`)).toEqual(["+   three 3"])
  expect(compareBooks(`${book}\n  three 3`, book)).toEqual(["-   three 3"])
})
