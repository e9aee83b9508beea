// lighthouse: how quick, reachable, sound and findable the pages are on a telephone, by Google's own measure (B11).
import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import { type Browser, openBrowser, type SignInWords, signIn } from "#e2e/browser.ts"
import { choosePlan, fillCart, openShopper, phone } from "#e2e/parts/shopper.ts"
import { type Program, startProgram } from "#e2e/program.ts"
import { findFreePort } from "#kit/testing/free-port.ts"
import { type Claim, judge, say } from "./parts/claim.ts"

const { values } = parseArgs({
  options: { only: { type: "string", default: "" }, tries: { type: "string", default: "3" } },
})
const tries = Number(values.tries)

const WHOLE = 100
const NEARLY = 95
/** What is somebody's own is not for search engines, and says so: that costs it no point. */
const unlisted = /^\/(portal|admin|checkout|cart|sign-in)/

/** The three that decide whether somebody buys. */
const promised = ["/", "/products/vps", "/checkout"]
const shown = [
  "/ko",
  "/ko/products/vps",
  "/products",
  "/products/vps/vps-grow",
  "/cart",
  "/sign-in",
  "/sign-up",
  "/guides",
  "/news",
  "/about",
  "/contact",
  "/terms",
]
const inside = {
  english: ["/portal", "/portal/services", "/portal/invoices", "/portal/security"],
  operator: ["/admin", "/admin/customers", "/admin/orders", "/admin/operations"],
} as const

const lighthouse = await loadLighthouse()
await using program = await startProgram({ settings: { HOSTWELL_DEMO_PAST: "yes" } })
const port = await findFreePort()
const browser = await openBrowser([`--remote-debugging-port=${port}`])
try {
  const claims: Claim[] = []
  const take = async (path: string, atLeast: number, cookie: string) => {
    if (!path.includes(values.only)) return
    const claim = await measure(path, atLeast, cookie)
    // One by one: all of them take a quarter of an hour.
    console.log(say(claim))
    claims.push(claim)
  }
  const cart = await cookiesOfCart(browser, program)
  for (const path of promised) await take(path, WHOLE, cart)
  for (const path of shown) await take(path, NEARLY, cart)
  for (const [who, paths] of Object.entries(inside)) {
    const cookies = await cookiesOf(browser, program, demoPeople[who as keyof typeof inside])
    for (const path of paths) await take(path, NEARLY, cookies)
  }
  process.exitCode = claims.length > 0 && claims.every(({ holds }) => holds) ? 0 : 1
} finally {
  await browser.close()
}

interface Scores {
  readonly byCategory: Readonly<Record<string, number>>
  readonly lost: readonly string[]
}

/** The middle of some tries: a busy machine makes a page look slow, and never quick. */
async function measure(path: string, atLeast: number, cookie: string): Promise<Claim> {
  const takes: Scores[] = []
  for (let round = 0; round < tries; round++) takes.push(await score(path, cookie))
  takes.sort((one, other) => (one.byCategory["performance"] ?? 0) - (other.byCategory["performance"] ?? 0))
  const middle = takes[Math.floor(takes.length / 2)]
  if (!middle) throw new Error("Nothing was tried.")
  const scores = Object.entries(middle.byCategory)
  const isGood = scores.every(([, value]) => value >= atLeast)
  const figure = scores.map(([name, value]) => `${name} ${value}`).join(" · ")
  return judge(
    isGood,
    `${path} has ${atLeast} or more in all four`,
    isGood ? figure : [figure, ...middle.lost].join("\n          "),
  )
}

async function score(path: string, cookie: string): Promise<Scores> {
  const found = await lighthouse(`${program.url}${path}`, {
    port,
    output: "json",
    logLevel: "error",
    onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
    skipAudits: unlisted.test(path) ? ["is-crawlable"] : [],
    extraHeaders: { "accept-language": path.startsWith("/ko") ? "ko" : "en", cookie },
  })
  const { categories, audits } = found.lhr
  const byCategory = Object.fromEntries(
    Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
  )
  const lost = Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id} ${audits[id]?.score} ${audits[id]?.displayValue ?? ""}`)
  return { byCategory, lost }
}

async function cookiesOfCart(in_: Browser, at: Program): Promise<string> {
  const shopper = await openShopper(in_, at, { language: "en", viewport: phone })
  await choosePlan(shopper, "Start")
  await fillCart(shopper, "web.example.com")
  return cookieHeader(await shopper.page.context().cookies())
}

async function cookiesOf(in_: Browser, at: Program, words: SignInWords): Promise<string> {
  const context = await in_.newContext()
  await signIn(await context.newPage(), at.url, words)
  return cookieHeader(await context.cookies())
}

function cookieHeader(cookies: readonly { readonly name: string; readonly value: string }[]): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ")
}

/** The part of it that is used here. */
type Lighthouse = (
  url: string,
  flags: object,
) => Promise<{
  readonly lhr: {
    readonly categories: Readonly<
      Record<
        string,
        {
          readonly id: string
          readonly score: number | null
          readonly auditRefs: readonly { readonly id: string; readonly weight: number }[]
        }
      >
    >
    readonly audits: Readonly<
      Record<string, { readonly score: number | null; readonly displayValue?: string }>
    >
  }
}>

/** It weighs as much as all our packages together, so it comes when it is asked for. */
async function loadLighthouse(): Promise<Lighthouse> {
  const place = resolve(import.meta.dirname, "tools/lighthouse")
  const entry = resolve(place, "node_modules/lighthouse/core/index.js")
  if (!existsSync(entry)) {
    console.log("Installing Lighthouse …")
    const child = spawn("npm", ["ci", "--ignore-scripts"], {
      cwd: place,
      stdio: ["ignore", "ignore", "inherit"],
    })
    const [code] = await once(child, "close")
    if (code !== 0) throw new Error(`npm ended with ${code}.`)
  }
  const { default: run } = (await import(entry)) as { default: Lighthouse }
  return run
}
