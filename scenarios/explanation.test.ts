import { expect, test } from "vitest"
import { testCompany } from "#app/testing/test-company.ts"

test("every line of a played company computes to its own amount again, and says how in both languages", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 3 } })
  for (const quantity of [1, 3]) {
    const by = await company.customer()
    const order = await company.placeOrder({ by, quantity })
    await company.settle()
    await company.pay(order.attemptId)
    await company.settle()
  }
  await company.travel({ days: 40 })
  const { invoices } = company.operator.api.billing
  let lines = 0
  for (const { id } of (await invoices.list({ limit: 100 })).items) {
    const paper = await invoices.get({ id })
    for (const { id: lineId, net, tax, gross, steps } of paper.lines) {
      const english = await invoices.explain({ id, lineId, language: "en" })
      expect(english).toMatchObject({ isSame: true, recomputed: { net, tax, gross } })
      const korean = await invoices.explain({ id, lineId, language: "ko" })
      expect(korean.steps.length).toBe(english.steps.length)
      expect([english.steps, korean.steps]).toContainEqual(steps)
      lines++
    }
  }
  expect(lines).toBeGreaterThanOrEqual(2)
  const [first] = (await invoices.list({ limit: 1 })).items
  const missing = invoices.explain({ id: first?.id ?? "", lineId: "lin_of_nobody" })
  await expect(missing).rejects.toThrow("billing.invoice_line_missing")
})
