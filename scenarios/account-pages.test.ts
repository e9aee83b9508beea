import { resolve } from "node:path"
import { expect, test } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

const buildDirectory = resolve(import.meta.dirname, "../build")

test("the pages of an account: team, profile, invitation and the switch, in both languages", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory })
  const owner = await signIn(company, demoPeople.english)
  const team = await page(company, "/portal/team", owner)
  expect(team).toContain("Demo Customer")
  expect(await page(company, "/ko/portal/team", owner)).toContain("구성원 초대")
  const invite = { intent: "invite", key: keyOf(team), email: demoPeople.korean.email, role: "billing" }
  expect(await send(company, "/portal/team", owner, invite)).toBe("/portal/team")
  expect(await page(company, "/portal/team", owner)).toContain(demoPeople.korean.email)

  const wrong = await post(company, "/portal/team", owner, { ...invite, key: "another", email: "nobody" })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('aria-invalid="true"')

  const profile = {
    intent: "save",
    kind: "business",
    personName: "Demo Customer",
    company: "Demo & Sons",
    email: demoPeople.english.email,
    language: "en",
    country: "DE",
    "addressLines/0": "1 Example Street",
    "taxIds/0/country": "DE",
    "taxIds/0/number": "DE 123 456 789",
    "contacts/0/email": "books@demo.example",
    purchaseOrder: "PO-7",
  }
  expect(await send(company, "/portal/profile", owner, profile)).toBe("/portal/profile?saved=yes")
  const saved = await page(company, "/ko/portal/profile", owner)
  for (const text of ["Demo &amp; Sons", "DE123456789", "books@demo.example", "PO-7"]) {
    expect(saved).toContain(text)
  }
  expect((await post(company, "/portal/account", owner, { account: "acc_made_up" })).status).toBe(302)
  expect((await company.request("/invitation?token=made-up")).status).toBe(410)
  // A Korean page has more of them: its letters.
  await seeLettersInFrames(company, saved)
})

/** A frame without an origin, which shows a mail, may have the style sheets: packed as browsers ask for them, too. */
async function seeLettersInFrames(company: Company, html: string): Promise<void> {
  const sheets = [...html.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map(([, path]) => path ?? "")
  expect(sheets.length).toBeGreaterThan(1)
  for (const path of sheets) {
    for (const encoding of ["br", "identity"]) {
      const { headers } = await company.request(path, { headers: { "accept-encoding": encoding } })
      expect([path, encoding, headers.get("content-encoding") ?? "identity"]).toEqual([
        path,
        encoding,
        encoding,
      ])
      expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin")
      expect(headers.get("access-control-allow-origin")).toBe("*")
    }
  }
}

async function signIn(company: Company, who: { email: string; password: string }): Promise<string> {
  const { email, password } = who
  const answer = await company.request("/api/auth/sign-in/email", { json: { email, password } })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}

async function page(company: Company, path: string, cookie: string): Promise<string> {
  const answer = await company.request(path, { headers: { cookie } })
  const text = await answer.text()
  expect([path, answer.status]).toEqual([path, 200])
  return text
}

function keyOf(html: string): string {
  return /name="key" value="([^"]+)"/.exec(html)?.[1] ?? ""
}

function post(company: Company, path: string, cookie: string, form: Record<string, string>) {
  return company.request(path, {
    method: "POST",
    headers: { cookie, origin: company.url },
    body: new URLSearchParams(form),
  })
}

async function send(company: Company, path: string, cookie: string, form: Record<string, string>) {
  const answer = await post(company, path, cookie, form)
  return answer.headers.get("location") ?? `${answer.status} ${(await answer.text()).slice(0, 2_000)}`
}

test("the pages of staff, in both languages, say what is postponed", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory })
  const operator = await signIn(company, demoPeople.operator)
  expect(await page(company, "/admin", operator)).toContain("It is required from")
  expect(await page(company, "/ko/admin", operator)).toContain("부터 필수입니다")
  await seeReminderPutOff(company, operator)
  await seePermissionsGrouped(company, operator)
  const role = { intent: "create", name: "Support", "may:orders.read": "on" }
  expect(await send(company, "/admin/staff/roles", operator, role)).toBe("/admin/staff/roles")
  expect(await page(company, "/ko/admin/staff/roles", operator)).toContain("Support")
  const policy = { intent: "policy", needsSecondFactor: "yes", networks: "203.0.113.0/24" }
  const refused = await post(company, "/admin/staff", operator, policy)
  expect([refused.status, (await refused.text()).includes("would lock you out")]).toEqual([409, true])
  await seeHalfAStepRefused(company, operator)
})

/** What is missing is asked for at its own field, and what was typed is still there. */
/** Read once, it is out of the way until they sign in again. */
async function seeReminderPutOff(company: Company, staff: string): Promise<void> {
  const answer = await company.request("/admin/second-factor/later", { headers: { cookie: staff } })
  expect(answer.headers.get("location")).toBe("/admin")
  const [putOff = ""] = answer.headers.getSetCookie().map((one) => one.split(";")[0] ?? "")
  expect(await page(company, "/admin", `${staff}; ${putOff}`)).not.toContain("It is required from")
  const other = await signIn(company, demoPeople.operator)
  const left = await company.request("/sign-out", {
    method: "POST",
    headers: { cookie: `${other}; ${putOff}`, origin: company.url },
  })
  const [name = ""] = putOff.split("=")
  expect(left.headers.getSetCookie().find((one) => one.startsWith(`${name}=`))).toContain("Max-Age=0")
}

/** Under headings, and by name within each. */
async function seePermissionsGrouped(company: Company, staff: string): Promise<void> {
  const html = await page(company, "/admin/staff/roles", staff)
  const headings = [...html.matchAll(/<legend[^>]*>([^<]+)<\/legend>/g)].map(([, text]) => text)
  expect(headings).toEqual([
    "Permissions",
    "Orders and services",
    "Customers",
    "Billing and payments",
    "Books and tax",
    "Products and prices",
    "Content and notifications",
    "Accounts and sign-in",
    "Shop",
  ])
  const [, ofCustomers = ""] = html.split(">Customers</legend>")
  const names = [...(ofCustomers.split("</fieldset>")[0] ?? "").matchAll(/name="may:([^"]+)"/g)].map(
    ([, one]) => one,
  )
  expect(names.length).toBeGreaterThan(3)
  expect(names).toEqual(names.toSorted())
}

async function seeHalfAStepRefused(company: Company, staff: string): Promise<void> {
  const loyalty = await page(company, "/admin/settings/loyalty", staff)
  const half = { intent: "save", key: keyOf(loyalty), "steps/0/months": "12", "steps/0/percent": "" }
  const refused = await post(company, "/ko/admin/settings/loyalty", staff, half)
  expect(refused.status).toBe(422)
  const asked = await refused.text()
  expect(asked).toMatch(/<input(?=[^>]*name="steps\/0\/percent")(?=[^>]*aria-invalid="true")/)
  expect(asked).toMatch(/<input(?=[^>]*name="steps\/0\/months")(?=[^>]*value="12")/)
}

test("the pages of keys, in portal and admin, show a new secret once", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory })
  for (const [area, who] of [
    ["portal", demoPeople.english],
    ["admin", demoPeople.operator],
  ] as const) {
    const cookie = await signIn(company, who)
    const path = `/${area}/api-keys`
    const wish = { intent: "make", key: keyOf(await page(company, path, cookie)), name: "Robot" }
    const made = await post(company, path, cookie, { ...wish, "may:orders.read": "on" })
    const secret = /hw_test_[0-9a-z]{38}/.exec(await made.text())?.[0] ?? ""
    expect([made.status, secret.length]).toEqual([200, 46])
    const listed = await page(company, `/ko${path}`, cookie)
    expect([listed.includes("Robot"), listed.includes(secret)]).toEqual([true, false])
    const used = await company.request("/api/v1/orders", { headers: { authorization: `Bearer ${secret}` } })
    expect(used.status).toBe(200)
  }
})

test("staff view as a customer from the list of customers, under a banner that ends it", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory })
  const operator = await signIn(company, demoPeople.operator)
  const list = await page(company, "/admin/customers", operator)
  const csv = await page(company, "/admin/export/customers", operator)
  expect(csv.split("\r\n")[0]).toContain("id,name,kind,email,phone,country,lang")
  expect(csv).toContain(demoPeople.korean.email)
  const [path = ""] = /\/admin\/customers\/acc_[0-9a-z]{26}/.exec(list) ?? []
  const wish = {
    intent: "act",
    key: keyOf(await page(company, path, operator)),
    reason: "They asked for help",
  }
  const begun = await post(company, path, operator, wish)
  const cookie = `${operator}; ${begun.headers.getSetCookie()[0]?.split(";")[0]}`
  expect(await page(company, "/portal/services", cookie)).toContain("Demo Operator acts as")
  expect(await page(company, "/ko/portal/services", cookie)).toContain("고객으로 보고 있습니다")
  expect((await company.request("/admin/orders", { headers: { cookie } })).status).toBe(403)
  const ended = await post(company, "/impersonation/end", cookie, {})
  expect(ended.headers.get("location")).toBe("/admin/customers")
  expect(ended.headers.getSetCookie()[0]).toContain("Max-Age=0")
})
