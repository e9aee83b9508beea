import { afterAll, beforeAll, expect, inject, test } from "vitest"
import "#kit/testing/test-database.ts"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import { type Browser, openBrowser, openVisitor, type Page, signIn } from "./browser.ts"
import { desk, phone } from "./parts/shopper.ts"
import { type Program, startProgram } from "./program.ts"

/**
 * Languages that nobody has translated yet: every word grows by two fifths, as German does, and the page is turned
 * round, as Arabic has it. What then sticks out would stick out there.
 */
const pages = {
  visitor: ["/", "/products/vps", "/cart", "/sign-in", "/terms"],
  customer: [
    "/portal",
    "/portal/services",
    "/portal/team",
    "/portal/profile",
    "/portal/security",
    "/portal/privacy",
  ],
  operator: [
    "/admin",
    "/admin/orders",
    "/admin/customers",
    "/admin/operations",
    "/admin/staff",
    "/admin/settings/brand",
  ],
} as const

let program: Program
let browser: Browser

beforeAll(async () => {
  ;[program, browser] = await Promise.all([
    startProgram({ sharedPlace: inject("sharedPlace") }),
    openBrowser(),
  ])
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await program?.[Symbol.asyncDispose]()
})

test.each(["visitor", "customer", "operator"] as const)(
  "longer words, written from the right, still fit every page of a %s, on a phone and on a desk",
  async (role) => {
    const trouble: string[] = []
    const { page, close } = await openVisitor(browser)
    const people = { customer: demoPeople.english, operator: demoPeople.operator }
    if (role !== "visitor") await signIn(page, program.url, people[role])
    for (const path of pages[role]) {
      await page.goto(`${program.url}${path}`)
      await turnRound(page)
      for (const { width, height } of [desk, phone]) {
        await page.setViewportSize({ width, height })
        trouble.push(...(await findOutside(page)).map((words) => `${path}, ${width} wide: ${words}`))
      }
    }
    await close()
    expect(trouble).toEqual([])
  },
)

function turnRound(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.documentElement.dir = "rtl"
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const words = node.nodeValue ?? ""
      // In words of five letters: a text of one single word would stick out in any language.
      const more = Math.ceil(words.trim().length * 0.4)
      const padding = "öööö ".repeat(Math.ceil(more / 5)).slice(0, more)
      if (/\p{L}/u.test(words)) node.nodeValue = `${words} ${padding}`
    }
  })
}

/** Beyond either edge, and in nothing that scrolls or cuts on purpose. */
function findOutside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isHeld = (element: Element): boolean => {
      for (let one: Element | null = element; one; one = one.parentElement) {
        const { overflowX, display } = getComputedStyle(one)
        if (["auto", "scroll", "hidden", "clip"].includes(overflowX) || display === "none") return true
        if (one.matches("[popover], .sr-only")) return true
      }
      return false
    }
    return [...document.body.querySelectorAll("*")]
      .filter((element) => {
        const { left, right, width: wide } = element.getBoundingClientRect()
        return wide > 0 && (left < -1 || right > width + 1) && !isHeld(element)
      })
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 140))
  })
}
