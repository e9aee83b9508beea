import { expect, test } from "vitest"
import { testCompany } from "./test-company.ts"

test("a stand-in that breaks the connection breaks it: nobody sees the head of an answer", async () => {
  await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
  for (const fault of ["reset", "reset_after_success"]) {
    await company.fault("card", { call: "charges.list", fault })
    const asked = company.request("/sandbox/card/v1/charges", {
      headers: { authorization: "Bearer sk_test_of_the_company" },
    })
    await expect(asked).rejects.toThrow("fetch failed")
  }
})
