// Screenshots of every page × {en, ko} × {light, dark} × {390, 1440} into .hostwell/look, with a contact sheet
import { mkdir, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import {
  type Browser,
  findAxeViolations,
  findOverflow,
  openBrowser,
  openVisitor,
  type Page,
  type SignInWords,
  signIn,
} from "./browser.ts"
import { liveIn } from "./parts/lived-in.ts"
import { type Program, startProgram } from "./program.ts"

export interface LookOptions {
  /** "http://localhost:3000": a running shop with the demo company in it. */
  readonly baseUrl: string
  readonly operator: SignInWords
  readonly customer: SignInWords
  readonly folder: string
}

const languages = { en: "", ko: "/ko" } as const
const themes = ["light", "dark"] as const
const widths = { 390: 844, 1440: 900 } as const

/** Pages that always exist, by who may see them. Pages of single things are found by following their lists. */
const pages = {
  visitor: [
    "/",
    "/products",
    "/products/vps",
    "/guides",
    "/news",
    "/about",
    "/contact",
    "/acceptable-use",
    "/service-levels",
    "/cart",
    "/checkout",
    "/sign-in",
    "/sign-in/elsewhere?because=turned_away",
    "/terms",
    "/privacy",
    "/unsubscribe?token=made-up",
    "/no-such-page",
  ],
  customer: [
    "/portal",
    "/portal/services",
    "/portal/subscriptions",
    "/portal/invoices",
    "/portal/payment-methods",
    "/portal/orders",
    "/portal/profile",
    "/portal/team",
    "/portal/api-keys",
    "/portal/notices",
    "/portal/person",
    "/portal/security",
    "/portal/privacy",
  ],
  operator: [
    "/admin",
    "/admin/orders",
    "/admin/subscriptions",
    "/admin/settings/collecting",
    "/admin/invoices",
    "/admin/services",
    "/admin/operations",
    "/admin/audit",
    "/admin/notices",
    "/admin/notices/new",
    "/admin/views",
    "/admin/bulk-runs",
    "/admin/payment-findings",
    "/admin/privacy",
    "/admin/privacy/retention",
    "/admin/customers",
    "/admin/customers/tags",
    "/admin/content",
    "/admin/content/new",
    "/admin/customers/fields",
    "/admin/customers/import",
    "/admin/staff",
    "/admin/staff/roles",
    "/admin/staff/sign-ins",
    "/admin/api-keys",
    "/admin/programs",
    "/admin/mails",
    "/admin/mail-templates",
    "/admin/mail-templates/reset-password",
    "/admin/settings",
    "/admin/settings/brand",
    "/admin/settings/seller",
    "/admin/settings/sign-in",
    "/admin/settings/hosts",
    "/admin/tenants",
    "/admin/tenants/new",
    "/sandbox/parts",
  ],
} as const
type Role = keyof typeof pages

export interface Shot {
  readonly file: string
  readonly role: Role
  readonly path: string
  readonly trouble: readonly string[]
}

/** Takes every picture and answers what is wrong with each: complaints of the browser, overflow, axe. */
export async function look(options: LookOptions): Promise<Shot[]> {
  await mkdir(options.folder, { recursive: true })
  const browser = await openBrowser()
  try {
    const shots: Shot[] = []
    for (const role of Object.keys(pages) as Role[]) shots.push(...(await lookAs(browser, role, options)))
    await writeFile(join(options.folder, "index.html"), contactSheet(shots))
    return shots
  } finally {
    await browser.close()
  }
}

async function lookAs(browser: Browser, role: Role, options: LookOptions): Promise<Shot[]> {
  const shots: Shot[] = []
  const paths = await findPaths(browser, role, options)
  for (const theme of themes) {
    for (const [width, height] of Object.entries(widths)) {
      const visitor = await openVisitor(browser, {
        colorScheme: theme,
        viewport: { width: Number(width), height },
        locale: "en-GB",
      })
      await enter(visitor.page, role, options)
      for (const [language, prefix] of Object.entries(languages)) {
        for (const path of paths) {
          const before = visitor.complaints.length
          const file = `${role}${path.replace(/[^\w-]/g, "_")}-${language}-${theme}-${width}.png`
          const trouble = await takeShot(visitor.page, options, `${prefix}${path}`, file)
          // A page that is missing on purpose is reported by the browser as well.
          const isExpected = path === "/no-such-page"
          const complaints = isExpected ? [] : visitor.complaints.slice(before)
          shots.push({ file, role, path: `${prefix}${path}`, trouble: [...trouble, ...complaints] })
        }
      }
      await visitor.close()
    }
  }
  return shots
}

async function takeShot(page: Page, options: LookOptions, path: string, file: string): Promise<string[]> {
  await page.goto(`${options.baseUrl}${path}`)
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  await page.screenshot({ path: join(options.folder, file), fullPage: true })
  return [...(await findOverflow(page)), ...(await findAxeViolations(page)), ...(await findRawKeys(page))]
}

/** A message that could not be formatted shows its braces. */
function findRawKeys(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const text = (document.querySelector("main")?.textContent ?? "").match(/\{\w+(, ?\w+.*?)?\}/)
    return text && !document.querySelector("main pre") ? [`unformatted words: ${text[0]}`] : []
  })
}

async function enter(page: Page, role: Role, options: LookOptions): Promise<void> {
  if (role !== "visitor") await signIn(page, options.baseUrl, options[role])
}

/** The fixed pages, and the first single thing that each list leads to. */
async function findPaths(browser: Browser, role: Role, options: LookOptions): Promise<string[]> {
  const visitor = await openVisitor(browser)
  await enter(visitor.page, role, options)
  const found = new Set<string>(pages[role])
  for (const path of pages[role]) {
    await visitor.page.goto(`${options.baseUrl}${path}`)
    const links = await visitor.page
      .locator("main a[href]")
      .evaluateAll((elements) => elements.map((element) => element.getAttribute("href") ?? ""))
    const fixed: readonly string[] = pages[role]
    const single = links.find(
      (link) => link.startsWith(path === "/" ? "/products/" : `${path}/`) && !fixed.includes(link),
    )
    if (single) found.add(single.split("?")[0] ?? single)
    if (role === "customer") {
      const order = links.find((link) => link.startsWith("/orders/"))
      if (order) found.add(order)
    }
  }
  await visitor.close()
  return [...found]
}

function contactSheet(shots: readonly Shot[]): string {
  const figures = shots.map(
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

/** `npm run look`: a program of its own, lived in a little. `npm run look -- http://localhost:3000`: the one that runs there. */
async function main(): Promise<void> {
  const [runningAt] = process.argv.slice(2)
  await using opening = new AsyncDisposableStack()
  const baseUrl = runningAt ?? (await openLivedIn(opening)).url
  const folder = resolve(process.env["HOSTWELL_HOME"] || ".hostwell", "look")
  const shots = await look({ baseUrl, operator: demoPeople.operator, customer: demoPeople.english, folder })
  const bad = shots.filter((shot) => shot.trouble.length > 0)
  for (const shot of bad) process.stdout.write(`\n${shot.file}\n  ${shot.trouble.join("\n  ")}\n`)
  process.stdout.write(
    `\n${shots.length} pictures, ${bad.length} with trouble: ${join(folder, "index.html")}\n`,
  )
  process.exitCode = bad.length > 0 ? 1 : 0
}

async function openLivedIn(opening: AsyncDisposableStack): Promise<Program> {
  const program = opening.use(await startProgram())
  const browser = await openBrowser()
  try {
    await liveIn(browser, program)
  } finally {
    await browser.close()
  }
  return program
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main()
