import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"

test("whoever types VAT numbers uses up their own part: the eleventh is refused in words, a known one is not, and another visitor is not", async () => {
  await using company = await testCompany({
    player: { kind: "memory", seed: 1 },
    rateLimits: true,
    trustedProxy: "127.0.0.0/8",
  })
  const { token } = await company.visitor.orders.carts.create({ currency: "KRW" })
  const save = async (taxId: string, from = "203.0.113.1") => {
    const answer = await company.request(`/api/v1/carts/${token}/buyer`, {
      method: "PUT",
      headers: { "content-type": "application/json", "x-forwarded-for": from, "accept-language": "en" },
      body: JSON.stringify({ country: "DE", taxId }),
    })
    return { status: answer.status, retry: answer.headers.get("retry-after"), text: await answer.text() }
  }
  const numbers = Array.from({ length: 12 }, (_, index) => `DE${100_000_000 + index}`)
  const [first = "", ...others] = numbers.slice(0, 10)
  expect((await save(first)).status).toBe(200)
  // The same one again has its answer on the way: nothing is asked and nothing counted.
  for (let again = 0; again < 12; again++) expect((await save(first)).status).toBe(200)
  for (const one of others) expect((await save(one)).status).toBe(200)
  const refused = await save(numbers[10] ?? "")
  expect(refused.status).toBe(429)
  expect(refused.text).toContain("tax.vat_too_many")
  expect(refused.text).toMatch(
    /Too many VAT numbers were tried from your network. Please try again in \d+ minutes/,
  )
  expect(refused.text).toContain("taxId")
  expect(Number(refused.retry)).toBeGreaterThan(0)
  expect((await save(first)).status).toBe(200)
  expect((await save("")).status).toBe(200)
  expect((await save(numbers[11] ?? "", "203.0.113.2")).status).toBe(200)
  await company.settle()
  const { rows } = await company.ground.inTenant(company.tenant, (ctx) =>
    ctx.db.execute<{ numbers: number; asked: number }>(sql`
      select (select count(*)::int from tax.vat_checks) as numbers,
        (select count(*)::int from work.operations where name = 'tax.check-vat-number') as asked`),
  )
  expect(rows).toEqual([{ numbers: 11, asked: 11 }])
})
