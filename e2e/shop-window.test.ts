import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import "#kit/testing/test-database.ts"
import type { Language } from "#web/i18n/languages.ts"
import { words as catalogWords } from "#web/storefront/catalog/words.ts"
import { words as contentWords } from "#web/storefront/content/content.words.ts"
import { words as tourWords } from "#web/storefront/tour/words.ts"
import { words as stopWords } from "#web/ui/tour.words.ts"
import { words as commonWords } from "#web/words.ts"
import { type Browser, openBrowser } from "./browser.ts"
import { claim } from "./parts/claims.ts"
import {
  desk,
  examine,
  firstAmount,
  openShopper,
  phone,
  type Shopper,
  type ShopperWish,
  visit,
} from "./parts/shopper.ts"
import { type Program, startProgram } from "./program.ts"

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

async function enter(wish: ShopperWish): Promise<Shopper & AsyncDisposable> {
  const shopper = await openShopper(browser, program, wish)
  return { ...shopper, [Symbol.asyncDispose]: () => shopper.visitor.close() }
}

const pages = [
  "/",
  "/products",
  "/products/vps",
  "/products/vps/vps-grow?cycle=annual",
  "/guides",
  "/guides?search=ssh",
  "/guides?search=nothing-of-the-kind",
  "/guides/firewall",
  "/news",
  "/news/storage-servers",
  "/about",
  "/contact",
  "/terms",
  "/privacy?version=2026-11-01",
  "/acceptable-use",
  "/service-levels",
]

describe.each([
  ["en", desk],
  ["ko", phone],
] as const)("the shop window (%s)", (language: Language, viewport) => {
  test("every page can be read by everybody, and none sticks out", async ({ task }) => {
    await using shopper = await enter({ language, viewport })
    for (const path of pages) {
      await visit(shopper, path)
      await examine(shopper)
    }
    expect(shopper.visitor.complaints).toEqual([])
    claim(task, `pages of the shop window examined (${language})`, String(shopper.examined.length))
  })
})

test("the total follows the slider as it is dragged, and what was shown goes into the cart", async () => {
  await using shopper = await enter({ language: "en", viewport: desk })
  const { page } = shopper
  await visit(shopper, "/products/vps/vps-start")
  const total = () => page.locator("output[data-out=total]").innerText().then(firstAmount)
  expect(await total()).toBe("KRW 11,000")
  const sizes = page.locator("[data-slider] input")
  await sizes.focus()
  await page.keyboard.press("ArrowRight")
  expect(await total()).toBe("KRW 22,000")
  await page.keyboard.press("End")
  expect(await total()).toBe("KRW 44,000")
  expect(await page.locator("[data-out=memory]").innerText()).toContain("8")
  await page.locator("input[name=cycle][value=annual]").check()
  expect(await total()).toBe("KRW 440,000")
  await page.getByRole("radio", { name: "Start" }).check()
  expect(await total()).toBe("KRW 110,000")
  expect(await sizes.inputValue()).toBe("0")
  // Extra memory for a year at 33,000 a gigabyte, backups every day at 44,000, priority support at 110,000.
  await page.getByRole("slider", { name: "Extra memory" }).focus()
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("ArrowRight")
  expect(await page.getByRole("spinbutton", { name: "Extra memory" }).inputValue()).toBe("2")
  expect(await total()).toBe("KRW 176,000")
  await page.getByRole("radio", { name: /^Daily/ }).check()
  await page.getByRole("checkbox", { name: /^Priority support/ }).check()
  expect(await total()).toBe("KRW 330,000")
  await examine(shopper)
  await page.getByLabel(catalogWords.en.hostname).fill("slide.example.com")
  await page.getByRole("button", { name: catalogWords.en.addToCart }).click()
  await page.waitForURL(/\/cart$/)
  const cart = await page.getByRole("main").innerText()
  for (const part of ["110,000", "Extra memory 2 GB", "66,000", "Backups: Daily", "44,000", "330,000"]) {
    expect(cart).toContain(part)
  }
  expect(shopper.visitor.complaints).toEqual([])
})

test("without scripts the price is asked for by a button, and what was chosen stays", async () => {
  await using shopper = await enter({ language: "ko", viewport: phone, javaScriptEnabled: false })
  const { page } = shopper
  await visit(shopper, "/products/vps/vps-start")
  await page.getByRole("radio", { name: "파워" }).check()
  await page.locator("input[name=cycle][value=annual]").check()
  await page.getByLabel(catalogWords.ko.hostname).fill("plain.example.com")
  await page.getByRole("button", { name: catalogWords.ko.updatePrice }).click()
  await page.waitForURL(/cycle=annual/)
  expect(firstAmount(await page.locator("output[data-out=total]").innerText())).toBe("KRW 440,000")
  expect(await page.getByLabel(catalogWords.ko.hostname).inputValue()).toBe("plain.example.com")
  await page.getByRole("spinbutton", { name: "메모리 추가" }).fill("2")
  await page.getByRole("button", { name: catalogWords.ko.addToCart }).click()
  await page.waitForURL(/\/cart$/)
  expect(await page.getByRole("main").innerText()).toContain("440,000")
  expect(await page.getByRole("main").innerText()).toContain("506,000")
})

test("no price in the list of products hides a fee that the first bill asks", async () => {
  await using shopper = await enter({ language: "en", viewport: phone })
  const { page } = shopper
  const fee = catalogWords.en.setupFee.replace("{price}", "₩11,000")
  const card = page.getByRole("article").filter({ hasText: "₩33,000" })
  await visit(shopper, "/products?currency=KRW")
  expect(await card.innerText()).toContain(fee)
  expect(await page.getByText(fee).count()).toBe(1)
  await visit(shopper, "/products?currency=KRW&cycle=annual")
  expect(await page.getByText(fee).count()).toBe(0)
})

test("a chosen currency stays, with and without scripts", async () => {
  for (const javaScriptEnabled of [true, false]) {
    await using shopper = await enter({ language: "en", viewport: desk, javaScriptEnabled })
    const { page } = shopper
    await visit(shopper, "/products/vps?currency=USD")
    await page.getByRole("article").getByRole("link").first().click()
    if (!javaScriptEnabled) {
      await page.locator("input[name=cycle][value=annual]").check()
      await page.getByRole("button", { name: catalogWords.en.updatePrice }).click()
      await page.waitForURL(/cycle=annual/)
    }
    const total = await page.locator("output[data-out=total]").innerText()
    expect(firstAmount(total)).toBe(javaScriptEnabled ? "USD 8.90" : "USD 89.00")
  }
})

test("a letter from the contact page arrives, and an empty one is refused at its field", async () => {
  await using shopper = await enter({ language: "en", viewport: desk })
  const { page } = shopper
  const words = contentWords.en
  await visit(shopper, "/contact")
  await page.getByLabel(words.name).fill("Vera Visitor")
  await page.getByLabel(words.yourEmail).fill("vera@visitor.example")
  await page.getByLabel(words.message, { exact: true }).fill("          .")
  await page.getByLabel(words.agrees).check()
  await page.getByRole("button", { name: words.send }).click()
  await page.locator("textarea[aria-invalid=true]").waitFor()
  await page.getByLabel(words.message, { exact: true }).fill("Do you have servers in Seoul?")
  await page.getByRole("button", { name: words.send }).click()
  await page.getByRole("heading", { name: words.sentTitle }).waitFor()
  await examine(shopper)
  await expect
    .poll(
      async () => {
        const answer = await page.request.get(`${program.url}/sandbox/mailbox/control/mails`)
        return JSON.stringify(await answer.json())
      },
      { timeout: 20_000 },
    )
    .toContain("Vera Visitor writes about")
})

test("the sitemap lists both languages, and every address in it is a page that says so itself", async ({
  task,
}) => {
  const sitemap = await (await fetch(`${program.url}/sitemap.xml`)).text()
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address)
  expect(addresses).toContain(`${program.url}/ko/products/vps/vps-grow`)
  for (const address of addresses) {
    const answer = await fetch(address, { headers: { "accept-language": "en" } })
    const html = await answer.text()
    expect([address, answer.status]).toEqual([address, 200])
    expect(html).toContain(`<link rel="canonical" href="${address}"/>`)
    expect([address, /<meta name="description" content="[^"]{10,}"/.test(html)]).toEqual([address, true])
    for (const [, data = ""] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)) {
      expect(JSON.parse(data)).toMatchObject({ "@context": "https://schema.org" })
    }
  }
  const robots = await (await fetch(`${program.url}/robots.txt`)).text()
  expect(robots).toContain(`Sitemap: ${program.url}/sitemap.xml`)
  claim(task, "addresses of the sitemap that answer", String(addresses.length))
})

test("the demo's tour lights up what each stop is about, ends by Esc, and is put away until it is asked for", async () => {
  await using shopper = await enter({ language: "ko", viewport: phone })
  const { page } = shopper
  await visit(shopper, "/guides")
  await page.getByRole("link", { name: commonWords.ko.tour, exact: true }).click()
  const stop = page.getByRole("link", { name: tourWords.ko.buyLink })
  expect(await stop.getAttribute("href")).toBe("/ko/products/vps#tour-buy")
  await examine(shopper)
  await stop.click()
  const lit = page.locator("#tour-buy")
  await lit.getByText(stopWords.ko.here).waitFor()
  expect(await lit.evaluate((one) => one === document.activeElement)).toBe(true)
  await examine(shopper)
  await page.keyboard.press("Escape")
  await lit.getByText(stopWords.ko.here).waitFor({ state: "hidden" })
  expect(page.url()).not.toContain("#")
  await page.goBack()
  await page.getByRole("link", { name: tourWords.ko.away }).click()
  const again = page.getByRole("link", { name: stopWords.ko.again })
  await again.waitFor()
  expect(await page.getByText(commonWords.ko.tour, { exact: true }).count()).toBe(0)
  await again.click()
  await page.getByRole("heading", { name: commonWords.ko.tour, level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toBe("/ko/tour")
  expect(shopper.visitor.complaints).toEqual([])
})

test("a page in English fetches no Korean letters, though a Korean name stands on it", async () => {
  await using shopper = await enter({ language: "en", viewport: phone })
  const { page } = shopper
  const asked: string[] = []
  page.on("request", (request) => asked.push(request.url()))
  await page.goto(program.url, { waitUntil: "networkidle" })
  await page.getByText("데모호스팅").scrollIntoViewIfNeeded()
  await page.evaluate(() => document.fonts.ready)
  expect(asked.filter((url) => url.includes("/assets/latin-"))).toHaveLength(1)
  expect(asked.filter((url) => /\/assets\/(korean|letters|Pretendard)/.test(url))).toEqual([])
})
