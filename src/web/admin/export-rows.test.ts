import { expect, test } from "vitest"
import { pages } from "./export-rows.ts"

/** A list of so many rows, and how often it was asked for a page. */
function listOf(count: number) {
  const asked: (string | undefined)[] = []
  const load = async ({ limit, after }: { limit: number; after?: string }) => {
    asked.push(after)
    const begin = Number(after ?? 0)
    const end = Math.min(begin + limit, count)
    const items = Array.from({ length: end - begin }, (_, index) => begin + index)
    return { items, next: end < count ? String(end) : null }
  }
  return { asked, load }
}

test("an export has every row that the filter finds, each once and in their order", async () => {
  const { asked, load } = listOf(25_050)
  const rows = await Array.fromAsync(pages(load, (number) => ({ number })))
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 25_050 }, (_, index) => index))
  expect(asked).toHaveLength(251)
})

test("a page is asked for when the one before is used up, and no more once nobody reads on", async () => {
  const { asked, load } = listOf(1_000)
  const rows = pages(load, (number) => ({ number }))
  for (let count = 0; count < 100; count += 1) await rows.next()
  expect(asked).toHaveLength(1)
  await rows.next()
  expect(asked).toHaveLength(2)
  await rows.return(undefined)
  expect(asked).toHaveLength(2)
})

test("what is longer than a spreadsheet ends with a line that says so", async () => {
  const { load } = listOf(1_000)
  const rows = await Array.fromAsync(
    pages(load, (number): Record<string, number | string> => ({ number }), 200),
  )
  expect(rows).toHaveLength(201)
  expect(rows.at(-1)).toEqual({ leftOut: expect.stringMatching(/^MORE ROWS LEFT OUT/) })
  const whole = await Array.fromAsync(pages(listOf(200).load, (number) => ({ number }), 200))
  expect(whole).toHaveLength(200)
})
