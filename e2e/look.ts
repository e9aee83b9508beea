// Screenshots of every page × {en, ko} × {light, dark} × {390, 1440} into .hostwell/look, with a contact sheet
import { mkdir, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { parseArgs } from "node:util"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import { findExamples, type PageExamples, type Role, roles, saysNo } from "#app/testing/page-examples.ts"
import {
  type Browser,
  findAxeViolations,
  findCutOff,
  findOverflow,
  openBrowser,
  openVisitor,
  type Page,
  type SignInWords,
  signIn,
  type Visitor,
} from "./browser.ts"
import { actsAhead } from "./look-acts.ts"
import { lookAtMails } from "./look-mails.ts"
import { findLeftEnglish, readPhrases } from "./look-words.ts"
import { startProgram } from "./program.ts"

export interface LookOptions {
  /** "http://localhost:3000": a running shop with the demo company in it. */
  readonly baseUrl: string
  readonly operator: SignInWords
  readonly customer: SignInWords
  readonly folder: string
  /** Only the pages whose address has this in it; absent: all. */
  readonly only?: RegExp | undefined
  /** By daylight and on a desk alone: a quarter of the pictures. */
  readonly isQuick?: boolean | undefined
}

const languages = {
  en: { prefix: "", locale: "en-GB" },
  ko: { prefix: "/ko", locale: "ko-KR" },
} as const
const themes = ["light", "dark"] as const
const widths = { 390: 844, 1440: 900 } as const

export interface Shot {
  readonly file: string
  readonly role: Role | "mail"
  readonly path: string
  readonly trouble: readonly string[]
}

/** Takes every picture and answers what is wrong with each: complaints of the browser, overflow, axe, words. */
export async function look(options: LookOptions): Promise<Shot[]> {
  await mkdir(options.folder, { recursive: true })
  const browser = await openBrowser()
  try {
    const shots: Shot[] = []
    for (const role of roles) shots.push(...(await lookAs(browser, role, options)))
    shots.push(...(await lookAtMails(browser, options)))
    await writeFile(join(options.folder, "index.html"), contactSheet(shots))
    return shots
  } finally {
    await browser.close()
  }
}

async function lookAs(browser: Browser, role: Role, options: LookOptions): Promise<Shot[]> {
  const shots: Shot[] = []
  const { only } = options
  const found = await findPaths(browser, role, options)
  const paths = found.paths.filter((path) => !only || only.test(path))
  if (!only) {
    for (const path of found.unseen)
      shots.push({ file: "", role, path, trouble: [`no link leads a ${role} here`] })
  }
  for (const theme of options.isQuick ? (["light"] as const) : themes) {
    for (const [width, height] of Object.entries(widths)) {
      if (options.isQuick && width !== "1440") continue
      const english = new Map<string, string[]>()
      for (const language of ["en", "ko"] as const) {
        const open = async () => {
          const visitor = await openVisitor(browser, {
            colorScheme: theme,
            // What moves is shown as it stands in the end.
            reducedMotion: "reduce",
            viewport: { width: Number(width), height },
            locale: languages[language].locale,
          })
          await enter(visitor.page, role, options)
          return visitor
        }
        const name = `${language}-${theme}-${width}`
        shots.push(...(await lookThrough(paths, { open, role, options, language, name, english })))
      }
    }
  }
  return shots
}

interface Round {
  readonly open: () => Promise<Visitor>
  readonly role: Role
  readonly options: LookOptions
  readonly language: keyof typeof languages
  /** What tells this round's pictures from another's: "en-dark-390". */
  readonly name: string
  /** What the English pages said: looked through before the Korean ones. */
  readonly english: Map<string, string[]>
}

async function lookThrough(paths: readonly string[], round: Round): Promise<Shot[]> {
  const { role, name } = round
  const shots: Shot[] = []
  let visitor = await round.open()
  for (const path of paths) {
    const before = visitor.complaints.length
    const file = `${role}${path.replace(/[^\w-]/g, "_")}-${name}.png`
    const take = () => within(takeShot(visitor.page, round, path, file))
    let trouble = await take()
    if (trouble === "never") {
      await visitor.close()
      visitor = await round.open()
      trouble = await take()
    }
    if (trouble === "never") trouble = [`did not stand still within ${PATIENCE_MS / 1_000} s, twice`]
    // A page that says no on purpose is reported by the browser as well.
    const complaints = saysNo.has(path) ? [] : visitor.complaints.slice(before)
    shots.push({ file, role, path: addressOf(path, round), trouble: [...trouble, ...complaints] })
  }
  await visitor.close()
  return shots
}

/** Far longer than any page takes: a browser that draws no frames any more would otherwise be waited for all night. */
const PATIENCE_MS = 60_000

async function within<Result>(work: Promise<Result>): Promise<Result | "never"> {
  const late = AbortSignal.timeout(PATIENCE_MS)
  const never = new Promise<"never">((resolve) => {
    late.addEventListener("abort", () => resolve("never"), { once: true })
  })
  // Cut off with its page: whatever it says then is of no use.
  work.catch(() => undefined)
  return Promise.race([work, never])
}

const addressOf = (path: string, { language }: Round): string => `${languages[language].prefix}${path}`

async function takeShot(page: Page, round: Round, path: string, file: string): Promise<string[]> {
  const { options, english } = round
  await page.goto(`${options.baseUrl}${addressOf(path, round)}`)
  // A mail's preview is a page of its own, with letters of its own.
  for (const frame of page.frames()) {
    await frame.evaluate(async () => {
      await document.fonts.ready
    })
  }
  await layOutAll(page)
  // Looked through first, pictured then: by that time its scripts have done what they do.
  const trouble = [
    ...(await findOverflow(page)),
    ...(await findCutOff(page)),
    ...(await findAxeViolations(page)),
    ...(await findRawKeys(page)),
  ]
  const phrases = await readPhrases(page)
  if (round.language === "en") english.set(path, phrases)
  else trouble.push(...findLeftEnglish(english.get(path) ?? [], phrases))
  await page.screenshot({ path: join(options.folder, file), fullPage: true })
  return trouble
}

/** A message that could not be formatted shows its braces; what a text leaves to the shop's facts has two. */
function findRawKeys(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const text = (document.querySelector("main")?.textContent ?? "").match(/(?<!\{)\{\w+(, ?\w+.*?)?\}(?!\})/)
    return text && !document.querySelector("main pre") ? [`unformatted words: ${text[0]}`] : []
  })
}

async function enter(page: Page, role: Role, options: LookOptions): Promise<void> {
  if (role !== "visitor") await signIn(page, options.baseUrl, options[role])
}

/** Every page of an area, found by its links, and what no link leads to. */
async function findPaths(browser: Browser, role: Role, options: LookOptions): Promise<PageExamples> {
  const visitor = await openVisitor(browser)
  await enter(visitor.page, role, options)
  const acted = (await actsAhead[role]?.(visitor.page, options.baseUrl)) ?? []
  const found = await findExamples(role, acted, async (path) => {
    await visitor.page.goto(`${options.baseUrl}${path}`)
    return visitor.page
      .locator("main a[href]")
      .evaluateAll((elements) => elements.map((element) => element.getAttribute("href") ?? ""))
  })
  await visitor.close()
  return found
}

/** What is laid out only while a reader is near would be an empty place in the picture, and black on black to axe. */
async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>("*")) {
      if (getComputedStyle(element).contentVisibility === "auto") element.style.contentVisibility = "visible"
    }
  })
}

function contactSheet(shots: readonly Shot[]): string {
  const figures = shots
    .filter(({ file }) => file)
    .map(
      (shot) =>
        `<figure><a href="${shot.file}"><img loading="lazy" src="${shot.file}" alt=""></a><figcaption>${escape(
          shot.file,
        )}${shot.trouble.length > 0 ? `<pre>${escape(shot.trouble.join("\n"))}</pre>` : ""}</figcaption></figure>`,
    )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title><style>
body{font:14px system-ui;margin:1rem;display:grid;grid-template-columns:repeat(auto-fill,minmax(22rem,1fr));gap:1rem}
img{max-width:100%;max-height:30rem;border:1px solid #888}pre{color:#b00;white-space:pre-wrap}figure{margin:0}</style>
${figures.join("\n")}</html>`
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")
}

const USAGE = `Pictures of every page, in both languages, light and dark, on a phone and a desk.
  npm run look                                 a program of its own with the demo's past in it
  npm run look -- http://localhost:3000        the one that runs there
  npm run look -- --only coupons               only pages whose address has that in it
  npm run look -- --quick                      by daylight and on a desk alone
`

/**
 * `npm run look`: a program of its own with the demo's past in it. `npm run look -- http://localhost:3000`: the one that runs there.
 * `--only coupons`: the pages whose address has that in it.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: "string" }, quick: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  })
  if (values.help) return void process.stdout.write(USAGE)
  const [runningAt] = positionals
  const only = values.only === undefined ? undefined : new RegExp(values.only)
  await using opening = new AsyncDisposableStack()
  const past = { settings: { HOSTWELL_DEMO_PAST: "yes" } }
  const baseUrl = runningAt ?? opening.use(await startProgram(past)).url
  const folder = resolve(process.env["HOSTWELL_HOME"] || ".hostwell", "look")
  const shots = await look({
    baseUrl,
    operator: demoPeople.operator,
    customer: demoPeople.english,
    folder,
    only,
    isQuick: values.quick,
  })
  const bad = shots.filter((shot) => shot.trouble.length > 0)
  for (const shot of bad)
    process.stdout.write(`\n${shot.file || shot.path}\n  ${shot.trouble.join("\n  ")}\n`)
  process.stdout.write(
    `\n${shots.length} pictures, ${bad.length} with trouble: ${join(folder, "index.html")}\n`,
  )
  process.exitCode = bad.length > 0 ? 1 : 0
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main()
