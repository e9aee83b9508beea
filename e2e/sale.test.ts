import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest"
import "#kit/testing/test-database.ts"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import { words as orderWords } from "#web/storefront/orders/words.ts"
import { words as payWords } from "#web/storefront/payments/words.ts"
import { words as adminOrderWords } from "#web/ui/order.words.ts"
import { words as commonWords } from "#web/ui/words.ts"
import { type Browser, openBrowser, signIn } from "./browser.ts"
import { confirmAndSignIn } from "./parts/account.ts"
import { claim } from "./parts/claims.ts"
import { answerBank, arriveAtGateway, payWith, readGatewayBooks } from "./parts/gateway.ts"
import { goByKeys } from "./parts/keyboard.ts"
import { watchSteps } from "./parts/live.ts"
import { mendPanel, readPanelServers, setPanelPace, signInAtConsole, spoilPanel } from "./parts/panel.ts"
import { openInvoice, openPanel, revealCredentials } from "./parts/portal.ts"
import {
  choosePlan,
  desk,
  examine,
  fillCart,
  fillPerson,
  firstAmount,
  goToCheckout,
  openShopper,
  orderButton,
  phone,
  readTotal,
  type Shopper,
  type ShopperWish,
  visit,
  waitForStanding,
} from "./parts/shopper.ts"
import { type Program, startProgram } from "./program.ts"

let program: Program
let browser: Browser
const shoppers: Shopper[] = []

beforeAll(async () => {
  ;[program, browser] = await Promise.all([
    startProgram({ sharedPlace: inject("sharedPlace") }),
    openBrowser(),
  ])
  await setPanelPace(program.url, 2)
}, 240_000)

afterEach(async () => {
  await Promise.all(shoppers.splice(0).map(({ visitor }) => visitor.close()))
})

afterAll(async () => {
  await browser?.close()
  await program?.[Symbol.asyncDispose]()
})

async function enter(wish: ShopperWish): Promise<Shopper> {
  const shopper = await openShopper(browser, program, wish)
  shoppers.push(shopper)
  return shopper
}

describe("on a desk, in English", () => {
  const hostname = "desk.example.com"

  test("a visitor buys a server, watches it being built, and signs in to it", async ({ task }) => {
    const shopper = await enter({ language: "en", viewport: desk })
    const { page } = shopper
    const first = await choosePlan(shopper, "Start")
    await refuseHostname(shopper)
    await fillCart(shopper, hostname)
    await examine(shopper)
    expect(await readTotal(shopper)).toBe(first)
    await goToCheckout(shopper)
    await examine(shopper)
    expect(await readTotal(shopper)).toBe(first)
    const ann = { name: "Ann Example", email: "ann@example.com", password: "a password of ann" }
    await fillPerson(shopper, ann)
    await orderButton(shopper).dblclick()
    expect(await arriveAtGateway(shopper)).toBe(first)
    // A panel far away, so that a person could read the steps as they pass.
    await spoilPanel(program.url, { call: "*", fault: "slow", remaining: null, delayMs: 700 })
    const paidAt = performance.now()
    await payWith(shopper, "approved")
    await page.waitForURL(/\/orders\//)
    const steps = await watchSteps(page)
    await examine(shopper)
    await waitForStanding(shopper, "delivered")
    const seconds = (performance.now() - paidAt) / 1_000
    await mendPanel(program.url)
    const seen = await steps.seen()
    expect(seen.length, seen.join(" → ")).toBeGreaterThanOrEqual(3)
    expect(await steps.wasReloaded()).toBe(false)
    await examine(shopper)
    await confirmAndSignIn(shopper, ann)

    const credentials = await revealCredentials(shopper)
    await openPanel(shopper)
    expect(await signInAtConsole(page, "root", "a wrong guess")).toBe("Login incorrect.")
    const welcome = await signInAtConsole(page, credentials.user, credentials.password)
    expect(welcome).toBe(`Signed in as root@${hostname}.`)

    const paper = await openInvoice(shopper)
    expect(paper.total).toBe(first)
    expect(paper.pdf.subarray(0, 5).toString()).toBe("%PDF-")
    const books = await readGatewayBooks(program.url, hostname)
    expect(books.checkouts).toHaveLength(1)
    expect(books.charges).toMatchObject([{ amountMinor: "11000" }])
    await page.goto(`${program.url}/sandbox/card/pay/${books.checkouts[0]?.id}`)
    await page.getByRole("link", { name: "Receipt" }).click()
    const slip = page.locator("dt", { hasText: "Total" }).locator("xpath=following-sibling::dd[1]")
    expect(firstAmount(await slip.innerText())).toBe(first)
    expect((await readPanelServers(program.url)).filter((one) => one.hostname === hostname)).toHaveLength(1)
    expect(shopper.visitor.complaints).toEqual([])
    claim(task, "first figure = cart = checkout = gateway = receipt = invoice", `${first} six times`)
    claim(
      task,
      "seconds from paid to active (each call to the panel takes 0.7, the installation 2)",
      seconds.toFixed(1),
    )
    claim(task, "steps seen live, without a reload", seen.join(" → "))
    claim(task, "credentials typed into the machine's console", welcome)
    claim(task, "checkouts, charges and servers after a double-clicked order", "1, 1, 1")
    claim(
      task,
      "pages examined (English, desk), axe violations, complaints of the browser",
      `${shopper.examined.length}, 0, 0`,
    )
  })

  test("the operator sees order, invoice, service, operation and audit", async ({ task }) => {
    const shopper = await enter({ language: "en", viewport: desk })
    const { page } = shopper
    await signIn(page, program.url, demoPeople.operator)
    const look = async (path: string) => {
      await page.goto(`${program.url}/admin/${path}`)
      await examine(shopper)
    }
    await look("orders")
    await page
      .getByRole("main")
      .getByRole("row", { name: /Ann Example/ })
      .getByRole("link")
      .first()
      .click()
    await page.getByRole("heading", { name: adminOrderWords.en.facts, exact: true }).waitFor()
    await examine(shopper)
    await page.locator('main a[href*="/admin/services/svc_"]').click()
    await page.getByRole("heading", { name: hostname }).waitFor()
    await examine(shopper)
    const service = new URL(page.url()).pathname.split("/").at(-1) ?? ""
    await look("invoices")
    await page.getByRole("main").getByRole("link", { name: /^INV-/ }).first().click()
    await page.getByRole("heading", { name: /INV-/ }).waitFor()
    await examine(shopper)
    await look("services")
    await look(`operations?subject=${service}`)
    await page
      .getByRole("main")
      .getByRole("row", { name: /Set up a server|서버 세팅/ })
      .getByRole("link")
      .first()
      .click()
    await page.getByText("POST", { exact: false }).first().waitFor({ state: "attached" })
    await examine(shopper)
    await look(`audit?subject=${service}`)
    const audit = await page.getByRole("main").innerText()
    expect(audit).toContain("provisioning.credentials-revealed")
    await goByKeys(shopper, hostname)
    expect(shopper.visitor.complaints).toEqual([])
    claim(
      task,
      "staff pages examined, axe violations, complaints of the browser",
      `${shopper.examined.length}, 0, 0`,
    )
  })
})

test("on a phone, in Korean: leaves, comes back, is declined, tries again with 3-D Secure; Back and reload change nothing", async ({
  task,
}) => {
  const hostname = "phone.example.com"
  const shopper = await enter({ language: "ko", viewport: phone })
  const { page } = shopper
  const words = payWords.ko
  const first = await choosePlan(shopper, "스타트")
  await fillCart(shopper, hostname)
  await examine(shopper)
  await goToCheckout(shopper)
  await examine(shopper)
  const kim = { name: "김예시", email: "kim@example.com", password: "예시 비밀번호 열두자리" }
  await fillPerson(shopper, kim)
  await orderButton(shopper).click()
  expect(await arriveAtGateway(shopper)).toBe(first)
  await page.reload()
  // Back is the order, not a second checkout: the money is still asked for there.
  await page.goBack()
  await page.waitForURL(/\/orders\//)
  await examine(shopper)
  await page.getByRole("button", { name: /11,000원 결제하기/ }).click()
  await arriveAtGateway(shopper)
  await page.getByRole("link", { name: "결제하지 않고 나가기" }).click()
  await page.getByRole("heading", { name: words.title }).waitFor()
  await examine(shopper)
  await page.getByRole("link", { name: words.go }).click()
  await arriveAtGateway(shopper)
  await payWith(shopper, "noMoney")
  await page.getByRole("button", { name: words.tryAgain }).waitFor()
  await examine(shopper)
  await page.getByRole("button", { name: words.tryAgain }).click()
  expect(await arriveAtGateway(shopper)).toBe(first)
  const paid = page.url()
  await payWith(shopper, "challenge")
  await answerBank(shopper, "approve")
  await page.waitForURL(/\/orders\//)
  await examine(shopper)
  await page.goto(paid)
  await page.getByText("중복으로 청구되지 않습니다").waitFor()
  await page.reload()
  await page.getByRole("link", { name: "쇼핑몰로 돌아가기" }).click()
  await page.waitForURL(/\/orders\//)
  await waitForStanding(shopper, "delivered")
  await examine(shopper)
  await confirmAndSignIn(shopper, kim)
  const { password } = await revealCredentials(shopper)
  const paper = await openInvoice(shopper)
  expect(paper.total).toBe(first)
  expect(paper.pdf.subarray(0, 5).toString()).toBe("%PDF-")
  const books = await readGatewayBooks(program.url, hostname)
  expect(books.checkouts.map((one) => one.state).sort()).toEqual(["declined", "paid"])
  expect(books.charges).toMatchObject([{ amountMinor: "11000" }])
  const servers = (await readPanelServers(program.url)).filter((one) => one.hostname === hostname)
  expect(servers).toMatchObject([{ buildCount: 1 }])
  expect(shopper.visitor.complaints).toEqual([])
  claim(task, "Korean phone sale: attempts declined, paid; charges; servers", `1, 1; 1; ${servers.length}`)
  claim(task, "password shown once asked for", `${password.length} characters`)
  claim(
    task,
    "pages examined (Korean, phone), axe violations, complaints of the browser",
    `${shopper.examined.length}, 0, 0`,
  )
})

test("without scripts: read, fill the cart, check out, pay, and see the server ready", async ({ task }) => {
  const shopper = await enter({ language: "en", viewport: desk, javaScriptEnabled: false })
  const { page } = shopper
  await visit(shopper, "/products/vps/vps-start")
  await fillCart(shopper, "plain.example.com")
  await goToCheckout(shopper)
  await fillPerson(shopper, { name: "Noa Script", email: "noa@example.com", password: "a password of noa" })
  await orderButton(shopper).click()
  await page.waitForURL(/\/sandbox\/card\/pay\//)
  await payWith(shopper, "approved")
  await page.getByText(orderWords.en.delivered).waitFor({ timeout: 60_000 })
  expect(shopper.visitor.complaints).toEqual([])
  claim(task, "without scripts, from plan to running server", "done")
})

/** A name that no machine can have: said at its field, and nothing typed is lost. */
async function refuseHostname({ page, language }: Shopper): Promise<void> {
  const field = page.locator("input[name=hostname]")
  await field.fill("no host name!")
  await page.locator("form:has(input[name=hostname]) button").last().click()
  await page.locator("input[name=hostname][aria-invalid=true]").waitFor()
  expect(await field.inputValue()).toBe("no host name!")
  expect(await page.getByRole("alert").first().innerText()).not.toBe("")
  expect(commonWords[language].formWrong).toContain("count")
}
