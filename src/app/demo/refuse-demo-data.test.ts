import { expect, test } from "vitest"
import { testDatabase } from "#kit/testing/test-database.ts"
import { ensureTenant } from "#tenancy"
import { DEMO_TENANT } from "./demo-tenant.ts"
import { refuseDemoData } from "./refuse-demo-data.ts"

test("production refuses a database with the demo company in it, and no other", async () => {
  await using at = await testDatabase({ runner: "memory" })
  const open = (id: string) =>
    at.database.transactAcrossTenants((db) =>
      ensureTenant(db, at.clock, { id, slug: id.replace("_", "-"), hosts: [`${id}.test`] }),
    )
  await open("ten_real")
  await refuseDemoData(at)
  await open(DEMO_TENANT)
  await expect(refuseDemoData(at)).rejects.toThrow("Use a database of its own.")
})
