import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join, resolve } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import chromiumPackage from "@sparticuz/chromium"
import type { AxeResults, Result } from "axe-core"
import {
  type Browser,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  type Page,
} from "playwright-core"

export type { Browser, BrowserContext, Page } from "playwright-core"

/** A browser that comes with the packages: nothing is installed on the machine. Whoever opens it closes it. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const place = await unpackBrowser(resolve(process.env["HOSTWELL_HOME"] || ".hostwell"))
  const executablePath = join(place, "chromium")
  // One process for all would die with its first page, and cannot be debugged. The package's software graphics card
  // paints everything through OpenGL, which costs twice the processor time of painting without one.
  const usual = chromiumPackage.args.filter(
    (word) => !/^--(single-process|no-zygote|.*gpu|use-gl|use-angle|enable-unsafe-swiftshader)/.test(word),
  )
  const args = [...usual, "--disable-gpu", ...more]
  const env = { ...process.env, TMPDIR: place, FONTCONFIG_FILE: writeFonts(place) } as Record<string, string>
  return launchPatiently(() => chromium.launch({ executablePath, args, env }))
}

/** Letters as a machine of today has them: the package brings Latin ones alone, and a bare server none. */
function writeFonts(place: string): string {
  const pretendard = resolve(import.meta.dirname, "../node_modules/pretendard/dist/public/variable")
  const folders = [join(place, "fonts"), pretendard, "/usr/share/fonts"].map(
    (folder) => `<dir>${folder}</dir>`,
  )
  const usual = ["sans-serif", "system-ui"].map(
    (family) =>
      `<alias><family>${family}</family><prefer><family>Pretendard Variable</family></prefer></alias>`,
  )
  const cache = `<cachedir>${join(place, "font-cache")}</cachedir>`
  const file = join(place, "fonts.conf")
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, ["<fontconfig>", ...folders, ...usual, cache, "</fontconfig>"].join("\n"))
  renameSync(draft, file)
  return file
}

/**
 * Once for all tests that run beside each other: whole, then moved to where everybody looks for it, so that nobody
 * starts half a browser. The package takes any `chromium` it finds in the temporary directory, so it gets an empty one.
 */
async function unpackBrowser(home: string): Promise<string> {
  const packages = readFileSync(join(import.meta.dirname, "../package.json"), "utf8")
  const version = /"@sparticuz\/chromium": "(.+)"/.exec(packages)?.[1]
  const place = join(home, `browser-${version}`)
  if (existsSync(place)) return place
  mkdirSync(home, { recursive: true })
  const own = mkdtempSync(join(home, "browser-"))
  await withTemporary(own, () => chromiumPackage.executablePath())
  try {
    renameSync(own, place)
  } catch {
    // Another one was first.
    rmSync(own, { recursive: true, force: true })
  }
  return place
}

/** On a machine short of memory the browser sometimes dies while it starts: a second start is another dice roll. */
async function launchPatiently(launch: () => Promise<Browser>): Promise<Browser> {
  for (let round = 1; ; round += 1) {
    try {
      return await launch()
    } catch (error) {
      if (round === 5) throw error
      await pause(round * 500)
    }
  }
}

/** The package reads the variable once while it unpacks; everyone else keeps theirs. */
async function withTemporary<Result>(place: string, run: () => Promise<Result>): Promise<Result> {
  const earlier = process.env["TMPDIR"]
  process.env["TMPDIR"] = place
  try {
    return await run()
  } finally {
    if (earlier === undefined) delete process.env["TMPDIR"]
    else process.env["TMPDIR"] = earlier
  }
}

export interface Visitor {
  readonly page: Page
  /** Console errors, uncaught exceptions, failed requests and refusals of the content security policy. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/** A fresh person at the shop: own cookies, own language, everything the browser complains of written down. */
export async function openVisitor(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    locale: "en-GB",
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on("console", (message) => {
    // A refused form is an answer; Chromium reports its status as an error all the same.
    if (/status of (409|422)/.test(message.text())) return
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text())
  })
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`))
  page.on("requestfailed", (request) => {
    // A page that is left cuts its streams and fetches; that is no fault.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`)
  })
  return { page, complaints, close: () => context.close() }
}

/** Throws with every violation named, and where it is. WCAG 2.2 AA and axe's own best practices. */
export async function expectAxeClean(page: Page): Promise<void> {
  const violations = await findAxeViolations(page)
  if (violations.length > 0) throw new Error(`${page.url()}\n${violations.join("\n")}`)
}

export async function findAxeViolations(page: Page, without: readonly string[] = []): Promise<string[]> {
  await page.evaluate(waitForCalm)
  await bringAxe(page)
  const violations = await page.evaluate(async (left) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    // A mail is shown in a frame that nothing may reach into: axe would only complain that it can't.
    const rules = Object.fromEntries(left.map((rule) => [rule, { enabled: false }]))
    const results = await axe.run({ iframes: false, rules })
    // What is in order is most of it: to send that over took twice as long as to look.
    return results.violations
  }, without)
  return violations.map(describe)
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** One for each page and never detached: that would take the page's virtual authenticator along. */
const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Through the debugger, not as a script of the page: the content security policy stays as it is. */
async function bringAxe(page: Page): Promise<void> {
  // Asked directly: by way of `page.evaluate` the same words take twice as long, on every page anew.
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  await (await session).send("Runtime.evaluate", { expression: axeSource })
}

/** What is still fading in has the contrast of no page anybody reads. What moves for ever isn't waited for. */
async function waitForCalm(): Promise<void> {
  const moving = document
    .getAnimations()
    .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(moving.map((one) => one.finished))
}

function describe(violation: Result): string {
  const places = violation.nodes
    .slice(0, 3)
    .map((node) => `    ${node.html.slice(0, 160)}\n      ${node.failureSummary}`)
  return `${violation.id}: ${violation.help}\n${places.join("\n")}`
}

export interface SignInWords {
  readonly email: string
  readonly password: string
}

/** Through the form, as a person does. */
export async function signIn(page: Page, baseUrl: string, { email, password }: SignInWords): Promise<void> {
  await page.goto(`${baseUrl}/sign-in`)
  await page.locator("input[name=email]").fill(email)
  await page.locator("input[name=password]").fill(password)
  await page.locator("form:has(input[name=password]) button[type=submit]").click()
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"))
}

/** What sticks out of the page to the side, or is cut off where nothing lets it scroll. */
export function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isScrolled = (element: Element): boolean => {
      for (let one: Element | null = element; one; one = one.parentElement) {
        if (["auto", "scroll", "hidden"].includes(getComputedStyle(one).overflowX)) return true
      }
      return false
    }
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !isScrolled(element))
      .slice(0, 3)
      .map((element) => `sticks out: ${element.outerHTML.slice(0, 120)}`)
  })
}

/**
 * Words that a box cuts off and nothing brings into sight. What ends in an ellipsis on purpose says all of itself in its
 * title, or is a preview of some lines.
 */
export function findCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cuts = (value: string) => value === "hidden" || value === "clip"
    const hasWords = (element: Element) =>
      [...element.childNodes].some((one) => one.nodeType === 3 && one.textContent?.trim())
    const isCut = (element: Element) => {
      const { clipPath, overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element)
      // For listeners alone, or not laid out.
      if (clipPath === "inset(50%)" || element.clientWidth <= 1 || element.clientHeight <= 1) return false
      if (webkitLineClamp !== "none") return false
      if (textOverflow === "ellipsis" && element.closest("[title]")) return false
      const isTooWide = cuts(overflowX) && element.scrollWidth > element.clientWidth + 1
      const isTooHigh = cuts(overflowY) && element.scrollHeight > element.clientHeight + 1
      return isTooWide || isTooHigh
    }
    return [...document.body.querySelectorAll("*")]
      .filter((element) => hasWords(element) && isCut(element))
      .slice(0, 3)
      .map((element) => `cut off: ${element.outerHTML.slice(0, 160)}`)
  })
}
