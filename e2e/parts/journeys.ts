import { demoPeople } from "#app/demo/demo-tenant.ts"
import { words as customerWords } from "#web/admin/customers/customer.words.ts"
import { words as listWords } from "#web/admin/customers/customers.words.ts"
import { words as noticeWords } from "#web/admin/notices/words.ts"
import { words as operationWords } from "#web/admin/operations/words.ts"
import type { Language } from "#web/i18n/languages.ts"
import { words as profileWords } from "#web/portal/identity/profile.words.ts"
import { words as teamWords } from "#web/portal/identity/team.words.ts"
import { words as catalogWords } from "#web/storefront/catalog/words.ts"
import { words as invitationWords } from "#web/storefront/identity/invitation.words.ts"
import { words as orderWords } from "#web/storefront/orders/words.ts"
import { words as payWords } from "#web/storefront/payments/words.ts"
import { words as methodWords } from "#web/ui/method.words.ts"
import { words as tableWords } from "#web/ui/table.words.ts"
import { type Browser, signIn } from "../browser.ts"
import type { Program } from "../program.ts"
import { findMailedLink } from "./account.ts"
import { arriveAtGateway, payWith } from "./gateway.ts"
import { said } from "./said.ts"
import {
  desk,
  examine,
  fillCart,
  fillPerson,
  goToCheckout,
  openShopper,
  orderButton,
  phone,
  type Shopper,
  type ShopperWish,
  visit,
  waitForStanding,
} from "./shopper.ts"

/** What somebody comes for, from beginning to end. Answers what was seen; throws where it can't be done. */
export interface Journey {
  readonly words: string
  run(browser: Browser, program: Program): Promise<string>
}

export const journeys: readonly Journey[] = [
  {
    words: "a server is bought with the mouse",
    run: buying("mouse", { language: "en", viewport: desk }, mouse),
  },
  {
    words: "a server is bought with nothing but the keyboard",
    run: buying("keyboard", { language: "en", viewport: desk }, keyboard),
  },
  {
    // 1440 × 900 magnified to 200 % leaves a page this much room.
    words: "a server is bought at 200 % magnification",
    run: buying("magnified", { language: "ko", viewport: { width: 720, height: 450 } }, mouse),
  },
  { words: "without scripts: read, and fill the cart", run: readWithoutScripts },
  { words: "a payment that failed is made good", run: payFailed },
  { words: "a colleague is invited and joins", run: inviteColleague },
  {
    words: "staff's morning: half a phone number, what failed, repaired, a notice",
    run: spendMorning,
  },
]

type Way = (shopper: Shopper, hostname: string) => Promise<void>

function buying(name: string, wish: ShopperWish, way: Way): Journey["run"] {
  return (browser, program) =>
    asShopper(browser, program, wish, async (shopper) => {
      await way(shopper, `${name}.example.com`)
      await waitForStanding(shopper, "delivered")
      await examine(shopper)
    })
}

/** Everything the browser complains of ends the journey, and each page is examined. */
async function asShopper(
  browser: Browser,
  program: Program,
  wish: ShopperWish,
  body: (shopper: Shopper) => Promise<string | void>,
): Promise<string> {
  const shopper = await openShopper(browser, program, wish)
  try {
    const seen = await body(shopper)
    const { complaints } = shopper.visitor
    if (complaints.length > 0) throw new Error(complaints.join("\n"))
    return seen ?? `${shopper.examined.length} pages examined, 0 violations, 0 complaints`
  } finally {
    await shopper.visitor.close()
  }
}

async function mouse(shopper: Shopper, hostname: string): Promise<void> {
  await visit(shopper, "/products/vps/vps-start")
  await examine(shopper)
  await fillCart(shopper, hostname)
  await examine(shopper)
  await goToCheckout(shopper)
  await fillPerson(shopper, personOf(hostname))
  await examine(shopper)
  await orderButton(shopper).click()
  await arriveAtGateway(shopper)
  await payWith(shopper, "approved")
  await shopper.page.waitForURL(/\/orders\//)
}

function personOf(hostname: string) {
  const [name = ""] = hostname.split(".")
  return { name: `Demo ${name}`, email: `${name}@example.com`, password: `a password of ${name}` }
}

/** Tab until it is there, as somebody without a mouse does; whatever can't be reached by Tab is not reached. */
async function tabTo({ page }: Shopper, what: string): Promise<void> {
  const target = page.locator(what).first()
  await target.waitFor()
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
  }
  throw new Error(`Tab does not reach ${what} on ${page.url()}.`)
}

const MOST_TABS = 120

async function keyboard(shopper: Shopper, hostname: string): Promise<void> {
  const { page, language } = shopper
  const press = async (what: string, key = "Enter") => {
    await tabTo(shopper, what)
    await page.keyboard.press(key)
  }
  await visit(shopper, "/products/vps/vps-start")
  await tabTo(shopper, "input[name=hostname]")
  await page.keyboard.type(hostname)
  await press(`button:has-text("${catalogWords[language].addToCart}")`)
  await page.getByRole("heading", { name: orderWords[language].cartTitle }).waitFor()
  await press('main a[href$="/checkout"]')
  await page.getByRole("heading", { name: orderWords[language].checkoutTitle }).waitFor()
  const { name, email, password } = personOf(hostname)
  for (const [field, text] of Object.entries({ name, email, password })) {
    await tabTo(shopper, `main input[name="person/${field}"]`)
    await page.keyboard.type(text)
  }
  const ticks = page.locator("main form input[type=checkbox]:required")
  for (let index = 0; index < (await ticks.count()); index++) {
    const tick = await ticks.nth(index).getAttribute("name")
    await press(`main form input[name="${tick}"]`, "Space")
  }
  await examine(shopper)
  await press(`button:has-text("${orderWords[language].placeOrder}")`)
  await arriveAtGateway(shopper)
  await press("button.main")
  await page.waitForURL(/\/orders\//)
}

function readWithoutScripts(browser: Browser, program: Program): Promise<string> {
  const wish = { language: "ko", viewport: phone, javaScriptEnabled: false } as const
  return asShopper(browser, program, wish, async (shopper) => {
    const paths = ["/", "/products", "/products/vps", "/guides", "/news", "/terms"]
    for (const path of paths) {
      await visit(shopper, path)
      await shopper.page.getByRole("heading", { level: 1 }).waitFor()
    }
    await visit(shopper, "/products/vps/vps-start")
    await fillCart(shopper, "plain-journey.example.com")
    await goToCheckout(shopper)
    return `${paths.length} pages read, a cart filled and brought to the checkout, 0 complaints`
  })
}

/** The demo's customer finds a request on the overview, is declined, reads why, and pays after all. */
function payFailed(browser: Browser, program: Program): Promise<string> {
  return asShopper(browser, program, { language: "en", viewport: phone }, async (shopper) => {
    const { page, url, language } = shopper
    await signIn(page, url, demoPeople.english)
    await visit(shopper, "/portal")
    await examine(shopper)
    await page.locator('main a[href*="/portal/requests/"]').first().click()
    await page.getByRole("button", { name: said(methodWords[language].payNow) }).waitFor()
    await examine(shopper)
    await page.getByRole("button", { name: said(methodWords[language].payNow) }).click()
    await arriveAtGateway(shopper)
    await payWith(shopper, "noMoney")
    await page.getByRole("button", { name: payWords[language].tryAgain }).waitFor()
    await examine(shopper)
    await page.getByRole("button", { name: payWords[language].tryAgain }).click()
    await arriveAtGateway(shopper)
    await payWith(shopper, "approved")
    await page.waitForURL(/\/portal\/|\/orders\//)
    await examine(shopper)
    await visit(shopper, "/portal/invoices")
    await page.getByRole("main").getByRole("link", { name: /^INV-/ }).nth(1).waitFor()
    await examine(shopper)
  })
}

function inviteColleague(browser: Browser, program: Program): Promise<string> {
  const guest = demoPeople.korean
  return asShopper(browser, program, { language: "en", viewport: desk }, async (owner) => {
    await signIn(owner.page, owner.url, demoPeople.english)
    await visit(owner, "/portal/team")
    await owner.page.getByLabel(teamWords.en.email).fill(guest.email)
    await examine(owner)
    await owner.page.getByRole("button", { name: teamWords.en.send }).click()
    await owner.page.getByText(guest.email).first().waitFor()
    await examine(owner)
    await asShopper(browser, program, { language: "ko", viewport: phone }, async (colleague) => {
      const { page, url } = colleague
      await signIn(page, url, guest)
      await page.goto(await findMailedLink(colleague, guest.email, "/invitation"))
      await page.getByRole("button", { name: wordsOf(invitationWords, page.url()).accept }).click()
      await page.waitForURL(/\/portal\/team/)
      await examine(colleague)
    })
    await visit(owner, "/portal/team")
    await owner.page.getByText(guest.name).first().waitFor()
  })
}

function wordsOf<Words>(words: Readonly<Record<Language, Words>>, address: string): Words {
  return new URL(address).pathname.startsWith("/ko") ? words.ko : words.en
}

const PHONE = { whole: "010-3141-5926", half: "31415" }

function spendMorning(browser: Browser, program: Program): Promise<string> {
  return asShopper(browser, program, { language: "ko", viewport: desk }, async (staff) => {
    await signIn(staff.page, staff.url, demoPeople.operator)
    await findByPhone(staff)
    await repair(staff)
    await sendNotice(staff)
  })
}

async function findByPhone(staff: Shopper): Promise<void> {
  const { page, language } = staff
  const { english } = demoPeople
  await visit(staff, `/admin/customers?search=${encodeURIComponent(english.email)}`)
  await page.getByRole("link", { name: english.name, exact: true }).click()
  await page.getByRole("link", { name: customerWords[language].edit, exact: true }).click()
  await page.getByLabel(profileWords[language].phone).fill(PHONE.whole)
  await page.getByRole("button", { name: profileWords[language].save }).click()
  await page.getByRole("heading", { name: english.name, level: 1, exact: true }).waitFor()
  await visit(staff, "/admin/customers")
  await page.getByLabel(listWords[language].search).pressSequentially(PHONE.half)
  const match = page.getByRole("link", { name: english.email })
  await match.filter({ hasText: listWords[language]["match.phone"] }).click()
  await page.getByRole("heading", { name: english.name, level: 1, exact: true }).waitFor()
  await examine(staff)
}

/** From the overview to what failed, to its reason, and on. */
async function repair(staff: Shopper): Promise<void> {
  const { page, language } = staff
  const words = operationWords[language]
  await visit(staff, "/admin")
  await examine(staff)
  await page.locator('main a[href*="/admin/operations"]').first().click()
  await page.waitForURL(/\/admin\/operations/)
  if (!page.url().includes("/op_")) {
    await page.getByRole("table").locator('a[href*="/admin/operations/op_"]').first().click()
  }
  await page.getByRole("button", { name: words.retry, exact: true }).first().waitFor()
  await examine(staff)
  await page.getByRole("button", { name: words.retry, exact: true }).first().click()
  await page.getByRole("dialog").getByRole("button", { name: words.retry, exact: true }).click()
  // It takes as long as the panel builds.
  const says = (text: string) => page.getByText(text, { exact: true })
  await says(words.noActionsYet).or(says(words.noActions)).waitFor()
  await examine(staff)
  await visit(staff, "/admin/operations?state=stuck")
  await page.getByText(tableWords[language].noMatch, { exact: true }).waitFor()
  await examine(staff)
}

async function sendNotice(staff: Shopper): Promise<void> {
  const { page, language } = staff
  const words = noticeWords[language]
  await visit(staff, "/admin/notices/new")
  const title = "데모: 오늘 아침 점검 안내"
  await page.getByLabel(words.subject).last().fill(title)
  await page.getByLabel(words.text).last().fill("09:00부터 **10분간** 점검합니다.")
  await examine(staff)
  await page.getByRole("button", { name: words.save }).click()
  await page.getByRole("button", { name: words.publish, exact: true }).first().click()
  await page.getByRole("dialog").getByRole("button", { name: words.publish, exact: true }).click()
  await page.getByText(words["state.live"], { exact: true }).first().waitFor()
  await examine(staff)
}
