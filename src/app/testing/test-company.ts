import { inject } from "vitest"
import "#kit/testing/test-database.ts"
import { type Company, type CompanyOptions, openCompany } from "./company.ts"

/**
 * The demo company for one test: `await using company = await testCompany()`. Its work is played by the seeded scheduler,
 * which waits for nothing; a test that is about a worker as the program runs it asks for `{ player: { kind: "dbos" } }`.
 */
export function testCompany(options: Omit<CompanyOptions, "clusterUrl"> = {}): Promise<Company> {
  return openCompany({
    clusterUrl: inject("testClusterUrl"),
    player: { kind: "memory", seed: 1 },
    ...options,
  })
}
