// table: how soon a table of 10,000 rows answers a click, a key or a choice, on a machine four times slower than this one (B10).
import { parseArgs } from "node:util"
import { openBrowser, openVisitor, type Page } from "#e2e/browser.ts"
import { startProgram } from "#e2e/program.ts"
import { type Claim, judge, tell } from "./parts/claim.ts"
import { watchInteractions } from "./parts/interactions.ts"

const { values } = parseArgs({ options: { tries: { type: "string", default: "5" } } })
const tries = Number(values.tries)

const ROWS = 10_000
/** A fourth of them are rejected orders, with which nothing is to be done. */
const SELECTABLE = 7_500
const SLOWDOWN = 4
/** What the web calls good. */
const GOOD_MS = 200
/** What a page of a list has. */
const USUAL_ROWS = 25

const acts: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "the order is turned round": (page) => page.locator("table thead a").first().click(),
  "a row is ticked": (page) => tick(page, 3),
  "all rows are ticked": (page) => page.getByRole("button", { name: "Select all on this page" }).click(),
  "all ticks are taken away": async (page) => {
    await page.getByRole("button", { name: "Clear", exact: true }).click()
    await tick(page, 3)
  },
  "the column menu opens or closes": (page) => page.getByRole("button", { name: "Columns" }).first().click(),
  "a column comes or goes": async (page) => {
    const choice = page.locator("[popover] a", { hasText: "Total" }).first()
    if (!(await choice.isVisible())) await page.getByRole("button", { name: "Columns" }).first().click()
    await choice.click()
  },
  "a letter is typed into the filter": async (page) => {
    await page.locator("input[name=number]").focus()
    await page.keyboard.press("7")
  },
  "the filter takes effect": (page) => page.keyboard.press("Enter"),
}

await using program = await startProgram()
const browser = await openBrowser()
try {
  const { page, complaints } = await openVisitor(browser)
  const short = await takeActs(page, USUAL_ROWS)
  const long = await takeActs(page, ROWS)
  const claims: Claim[] = Object.keys(acts).map((words) => {
    const [usual, ours] = [short.get(words) ?? [], long.get(words) ?? []]
    const figure = `${median(ours)} ms to the next paint, slowest of ${tries} ${Math.max(...ours)}; with ${USUAL_ROWS} rows ${median(usual)}`
    return judge(median(ours) <= GOOD_MS, words, figure)
  })
  claims.push(
    ...(await lookAround(page)),
    judge(complaints.length === 0, `nothing is complained of ${complaints.join()}`),
  )
  process.exitCode = tell(claims) ? 0 : 1
} finally {
  await browser.close()
}

/** Each act so many times, with the processor slowed down. */
async function takeActs(page: Page, rows: number): Promise<Map<string, number[]>> {
  await page.goto(`${program.url}/sandbox/parts?rows=${rows}`)
  await page.waitForLoadState("networkidle")
  const debug = await page.context().newCDPSession(page)
  await debug.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN })
  const interactions = await watchInteractions(page)
  const taken = new Map<string, number[]>()
  for (const [words, act] of Object.entries(acts)) {
    const takes: number[] = []
    for (let round = 0; round < tries; round++) takes.push(await interactions.timeOf(() => act(page)))
    taken.set(words, takes)
  }
  await debug.send("Emulation.setCPUThrottlingRate", { rate: 1 })
  return taken
}

async function tick(page: Page, row: number): Promise<void> {
  await page.locator("tr[data-row] input[data-tick]").nth(row).click()
}

/** What stands far below is there when somebody gets there, and what was ticked above stays ticked and is sent. */
async function lookAround(page: Page): Promise<Claim[]> {
  await page.goto(`${program.url}/sandbox/parts?rows=${ROWS}`)
  await page.waitForLoadState("networkidle")
  const table = page.locator("table").first()
  const drawn = await table.locator("tr[data-row]").count()
  await tick(page, 3)
  await page.locator("tbody[data-block]").last().scrollIntoViewIfNeeded()
  const last = table.locator(`tr[aria-rowindex="${ROWS + 1}"]`)
  await last.waitFor()
  const isThere = await last.isVisible()
  const whileAway = await countSent(page)
  await page.locator("tbody[data-block]").first().scrollIntoViewIfNeeded()
  const ticked = table.locator("tr[data-row] input[data-tick]").nth(3)
  await ticked.waitFor()
  const isKept = await ticked.isChecked()
  await page.getByRole("button", { name: "Select all on this page" }).click()
  const selected = page.getByText(`${SELECTABLE.toLocaleString("en")} selected`)
  await selected.waitFor()
  const sent = await countSent(page)
  return [
    judge(drawn < 200, "of 10,000 rows those near the window are drawn", `${drawn}`),
    judge((await table.getAttribute("aria-rowcount")) === `${ROWS + 1}`, "the table says how many there are"),
    judge(isThere, "the last row is drawn when one gets there"),
    judge(isKept && whileAway === 1, "what is ticked stays so while it is not drawn, and is sent"),
    judge(sent === SELECTABLE, "all rows can be ticked and sent, drawn or not", `${sent}`),
  ]
}

function countSent(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...new FormData(document.querySelector<HTMLFormElement>("form#sample-rows") ?? undefined).keys()]
        .length,
  )
}

function median(takes: readonly number[]): number {
  return takes.toSorted((one, other) => one - other)[Math.floor(takes.length / 2)] ?? Number.NaN
}
