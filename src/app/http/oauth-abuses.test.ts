import { describe, expect, it } from "vitest"
import { browserAbuses } from "../testing/oauth-browser-abuses.ts"
import { codeAbuses } from "../testing/oauth-code-abuses.ts"
import { tokenAbuses } from "../testing/oauth-token-abuses.ts"
import { testCompany } from "../testing/test-company.ts"

const families = { codes: codeAbuses, browsers: browserAbuses, tokens: tokenAbuses }

describe("the sign-in for programs refuses", () => {
  for (const [kind, abuses] of Object.entries(families)) {
    it(`every abuse of ${kind}`, async () => {
      await using company = await testCompany({ player: { kind: "memory", seed: 1 } })
      for (const { name, run } of abuses) expect(await run(company), name).not.toBe("")
    })
  }
})
