import { resolve } from "node:path"
import { expect, test } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

const buildDirectory = resolve(import.meta.dirname, "../build")

test("staff pick by name what a list is filtered to, and the filter says the name", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory })
  const staff = await signIn(company, demoPeople.operator)
  const order = await company.placeOrder()
  await company.settle()

  const [found] = await options(company, staff, { of: "customer", q: "demo cust" })
  expect(found).toMatchObject({ label: demoPeople.english.name, about: demoPeople.english.email })
  const account = found?.value ?? ""
  expect(account).toMatch(/^acc_/)
  for (const list of ["orders", "invoices", "requests", "quotes", "credit-notes", "services"]) {
    const html = await page(company, `/admin/${list}?account=${account}`, staff)
    expect(html).toMatch(new RegExp(`>${demoPeople.english.name}</span><input type="hidden" name="account"`))
    // Every list keeps views, and keeps them under its own name.
    expect(html).toContain(`<input type="hidden" name="list" value="${list}"/>`)
    expect(html).toContain(`<input type="hidden" name="query" value="account=${account}"/>`)
  }

  const { number } = await company.operator.api.orders.get({ id: order.orderId })
  expect(await options(company, staff, { of: "thing", q: number })).toContainEqual(
    expect.objectContaining({ value: order.orderId, label: number }),
  )
  // What no list finds can still be asked for by its id.
  const unknown = "mfd_01jx25d03qfnf8dt8bt691692g"
  expect(await options(company, staff, { of: "thing", q: unknown })).toEqual([
    { value: unknown, label: unknown },
  ])
  expect(await options(company, staff, { of: "work", q: "set up a server" })).toContainEqual(
    expect.objectContaining({ value: "provisioning.create-service" }),
  )
  expect(await options(company, staff, { of: "act", q: "order placed" })).toContainEqual(
    expect.objectContaining({ value: "orders.placed" }),
  )
  expect(await options(company, staff, { of: "staff", q: "oper" })).toMatchObject([
    { label: demoPeople.operator.name },
  ])
  expect(await page(company, "/admin/operations?name=provisioning.create-service", staff)).toContain(
    ">Set up a server</span>",
  )
  expect(await page(company, "/admin/audit?act=orders.placed", staff)).toContain(">Order placed</span>")

  // Between two days, as the shop counts them; the file is filtered as the page is, and no list forgets it.
  for (const list of ["orders", "operations", "audit", "mails", "requests"]) {
    const [now, before] = await Promise.all(
      ["today", "lastMonth"].map((period) => page(company, `/admin/${list}?period=${period}`, staff)),
    )
    expect([list, now?.includes("data-row="), before?.includes("data-row=")]).toEqual([list, true, false])
  }
  for (const list of ["invoices", "credit-notes"]) {
    expect(await page(company, `/admin/${list}?from=2020-01-01&to=2020-01-31`, staff)).toContain(
      'name="from"',
    )
  }
  expect(await page(company, "/admin/export/orders?period=today", staff)).toContain(number)
  expect(await page(company, "/admin/export/orders?period=lastMonth", staff)).toBe("")

  await company.pay(order.attemptId)
  await company.settle()
  const services = await company.operator.api.provisioning.services.list({})
  const { hostname = "", addresses = [] } = services.items[0] ?? {}
  for (const [text, kind, label] of [
    [number.toLowerCase(), "order", number],
    [order.orderId, "order", order.orderId],
    [hostname.slice(0, 6), "service", hostname],
    [addresses[0] ?? "none", "service", hostname],
    ["demo cust", "customer", demoPeople.english.name],
    ["set up a server", "operation", "Set up a server"],
    ["스타트", "product", "Start"],
    ["oper", "staff", demoPeople.operator.name],
    ["환불", "page", "Refunds"],
  ] as const) {
    expect(await everything(company, staff, text)).toContainEqual(expect.objectContaining({ kind, label }))
  }

  // A setting is found by the words of the language its reader does not read just now.
  const settings = await page(company, `/admin/settings?search=${encodeURIComponent("청약철회")}`, staff)
  expect(settings).toContain('href="/admin/settings/refunds"')
  expect(settings).not.toContain('href="/admin/settings/brand"')

  const customer = await signIn(company, demoPeople.english)
  const refused = await company.request("/admin/find?of=customer&q=demo", { headers: { cookie: customer } })
  expect(refused.status).not.toBe(200)
})

async function signIn(company: Company, { email, password }: { email: string; password: string }) {
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

async function everything(company: Company, cookie: string, q: string) {
  const answer = await page(company, `/admin/find?${new URLSearchParams({ q })}`, cookie)
  return (JSON.parse(answer) as { found: { kind: string; label: string }[] }).found
}

async function options(company: Company, cookie: string, wish: { of: string; q: string }) {
  const answer = await page(company, `/admin/find?${new URLSearchParams(wish)}`, cookie)
  return (JSON.parse(answer) as { options: { value: string; label: string; about?: string }[] }).options
}
