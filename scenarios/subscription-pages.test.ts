import { resolve } from "node:path"
import { expect, test } from "vitest"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import type { Company } from "#app/testing/company.ts"
import { testCompany } from "#app/testing/test-company.ts"

const buildDirectory = resolve(import.meta.dirname, "../build")

test("what is bought has its pages for customer and staff, in both languages", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 }, buildDirectory })
  const buyer = await company.customer()
  const order = await company.placeOrder({ by: buyer })
  await company.settle()
  await company.pay(order.attemptId)
  await company.settle()
  const [one] = (await buyer.api.billing.subscriptions.list({})).items
  const [id, serviceId] = [one?.id ?? "", one?.subject ?? ""]
  const [own, staff] = [await signIn(company, buyer), await signIn(company, demoPeople.operator)]
  expect(await see(company, `/admin/subscriptions/${id}`, staff)).toContain("Purchase order number")
  for (const language of ["", "/ko"]) {
    for (const path of [`subscriptions/${id}`, `services/${serviceId}`, "subscriptions", "services"]) {
      await see(company, `${language}/portal/${path}`, own)
      await see(company, `${language}/admin/${path}`, staff)
    }
    for (const path of ["plan", "options", "refund"]) {
      await see(company, `${language}/portal/services/${serviceId}/${path}`, own)
    }
  }
  const shown = await see(company, `/ko/portal/services/${serviceId}/options?o.memory=4`, own)
  expect(shown).toContain("13,200원")

  const [purchase] = (await buyer.api.billing.refunds.preview({ id })).purchases
  const { periodId = "", amount } = purchase ?? {}
  if (amount) await buyer.api.billing.refunds.request({ id, periodId, expected: amount })
  await company.settle()
  // A week after Monday, 2 March.
  const held = await see(company, `/portal/services/${serviceId}`, own)
  expect(held).toContain("deleted on 9 Mar 2026")
  expect(held).not.toContain(`/portal/services/${serviceId}/plan"`)
  expect(await see(company, `/ko/portal/services/${serviceId}`, own)).toContain("2026.\u00a03.\u00a09.")
  const asked = await see(company, `/admin/services/${serviceId}`, staff)
  for (const part of ["deleted on 9 Mar 2026", "Delete now", "Keep"]) expect(asked).toContain(part)
})

async function see(company: Company, path: string, cookie: string): Promise<string> {
  const answer = await company.request(path, { headers: { cookie } })
  const text = await answer.text()
  expect([path, answer.status]).toEqual([path, 200])
  return text
}

async function signIn(company: Company, { email, password }: { email: string; password: string }) {
  const answer = await company.request("/api/auth/sign-in/email", { json: { email, password } })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}
