import { resolve } from "node:path"
import { expect, test } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

const buildDirectory = resolve(import.meta.dirname, "../build")

test("pages of papers: staff write a request and a quote, the customer accepts, both read the statement, in both languages", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory })
  const staff = await signIn(company, demoPeople.operator)
  const customer = await signIn(company, demoPeople.english)
  const { items } = await company.operator.api.customers.list({ limit: 50 })
  const account = items.find(({ email }) => email === demoPeople.english.email)?.id ?? ""
  await askByHand(company, { staff, customer, account })
  await offer(company, { staff, customer, account })
  for (const path of ["requests", "requests/drafts", "requests/refunds", "quotes", "credit-notes"]) {
    await page(company, `/admin/${path}`, staff)
    await page(company, `/ko/admin/${path}`, staff)
  }
  for (const path of ["tax", "tax/documents", "tax/sales-list", "tax/places"]) {
    await page(company, `/ko/admin/ledger/${path}`, staff)
  }
  for (const path of ["tax-report", "tax-documents", "tax-sales-list"]) {
    await page(company, `/admin/export/${path}?period=2026`, staff)
  }
  for (const path of ["requests", "quotes", "credit-notes", "invoices"]) {
    await page(company, `/admin/export/${path}`, staff)
  }
  await page(company, "/ko/admin/settings/late-fees", staff)
  const own = await page(company, "/ko/portal/statement", customer)
  expect(own).toContain("기말 잔액")
  expect(await page(company, `/admin/customers/${account}/statement`, staff)).toContain("Payment received")
  expect(await page(company, "/statements/csv", customer)).toContain("closing")
  const paper = await company.request("/statements/pdf", { headers: { cookie: customer } })
  expect([paper.status, paper.headers.get("content-type")]).toEqual([200, "application/pdf"])
})

interface People {
  readonly staff: string
  readonly customer: string
  readonly account: string
}

async function askByHand(company: Company, { staff, customer, account }: People): Promise<void> {
  const terms = `/admin/customers/${account}/terms`
  const form = { intent: "set", key: "terms", days: "30", limit: "1,000", currency: "KRW", reason: "trusted" }
  expect(await send(company, terms, staff, form)).toBe(`${terms}?done=saved`)
  expect(await page(company, terms, staff)).toContain("30 days after the invoice")
  const write = `/admin/customers/${account}/request`
  expect(await page(company, write, staff)).toContain('name="lines/2/unit"')
  const wrong = { intent: "create", key: "one", currency: "KRW", "lines/0/words": "Moving sites" }
  const refused = await post(company, write, staff, wrong)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('aria-invalid="true"')
  const filled = {
    ...wrong,
    key: "two",
    "lines/0/unit": "110,000",
    "lines/0/quantity": "2",
    note: "As agreed.",
  }
  const draft = (await send(company, write, staff, filled)).replace("?done=saved", "")
  expect(await page(company, draft, staff)).toContain("220,000")
  const request = (await send(company, draft, staff, { intent: "send", key: "three" })).split("?")[0] ?? ""
  const id = request.split("/").at(-1) ?? ""
  expect(await page(company, `/portal/requests/${id}`, customer)).toContain("As agreed.")
  expect(await page(company, "/ko/portal/invoices", customer)).toContain("결제하실 청구서")
  const today = company.ground.clock.today("Asia/Seoul").toString()
  const transfer = { intent: "record", currency: "KRW", amount: "220,000", receivedOn: today, reference: "A" }
  expect(await send(company, request, staff, { ...transfer, key: "four", reference: "Morgan" })).toBe(request)
  expect(await page(company, `/ko${request}`, staff)).toContain("거래명세서")
}

async function offer(company: Company, { staff, customer, account }: People): Promise<void> {
  const product = await company.visitor.catalog.products.get({ slug: "vps", currency: "KRW" })
  const write = `/admin/customers/${account}/quote`
  await page(company, `/ko${write}`, staff)
  const quote = await send(company, write, staff, {
    intent: "create",
    key: "quote",
    currency: "KRW",
    "plans/0/plan": `${product.plans[0]?.id}:monthly`,
    "plans/0/hostname": "quoted.demo.example",
    "plans/0/location": product.locations[0]?.id ?? "",
    "plans/0/image": product.images[0]?.id ?? "",
    "lines/0/words": "Moving sites",
    "lines/0/unit": "55000",
    validUntil: "2026-12-31",
  })
  const path = quote.replace("?done=saved", "")
  expect(await page(company, path, staff)).toContain("66,000")
  expect(await send(company, path, staff, { intent: "send", key: "send" })).toBe(path)
  const own = path.replace("/admin/", "/portal/")
  expect(await page(company, "/ko/portal/quotes", customer)).toContain("답변 대기")
  expect(await page(company, `/ko${own}`, customer)).toContain("견적 수락")
  expect(await send(company, own, customer, { intent: "accept", key: "yes" })).toContain("/portal/requests/")
  expect(await page(company, own, customer)).toContain("It was accepted.")
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
