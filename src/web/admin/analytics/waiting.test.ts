import { resolve } from "node:path"
import { expect, it } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

const buildDirectory = resolve(import.meta.dirname, "../../../../build")

it("mails that failed and payments that were declined today stand first, with their number and the way there", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory })
  const cookie = await signIn(company, demoPeople.operator)
  const see = async (words: string) => {
    const page = await (await company.request("/admin", { headers: { cookie } })).text()
    const row = new RegExp(`href="([^"]+)"[^>]*>${words}</a><span[^>]*>([^<]+)<`).exec(page)
    return row ? { to: row[1], count: row[2] } : null
  }
  expect(await see("E-mails that failed today")).toBeNull()

  const by = await company.customer()
  const order = await company.placeOrder({ by })
  await company.settle()
  await company.pay(order.attemptId, { card: "no-money" })
  await company.settle()
  await company.fault("mailbox", { call: "mail", fault: "refuse", remaining: 1 })
  await company.visitor.identity.passwords.forget({ email: by.email, language: "en" })
  await company.settle({ within: { seconds: 0 } })
  const [declined] = (await company.operator.api.payments.attempts.list({ state: "declined" })).items
  expect(await see("E-mails that failed today")).toEqual({ to: "/admin/mails?state=failed", count: "1" })
  const request = `/admin/requests/${declined?.reference}`
  expect(await see("Payments declined today")).toEqual({ to: request, count: "1" })
  expect((await company.request(request, { headers: { cookie } })).status).toBe(200)

  await company.travel({ days: 1 })
  expect(await see("Payments declined today")).toBeNull()
})

async function signIn(company: Company, { email, password }: { email: string; password: string }) {
  const answer = await company.request("/api/auth/sign-in/email", { json: { email, password } })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}
