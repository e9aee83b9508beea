import { inject } from "vitest"
import "#kit/testing/test-database.ts"
import { type Company, type CompanyOptions, openCompany } from "./company.ts"

/** The demo company for one test: `await using company = await testCompany()`. */
export function testCompany(options: Omit<CompanyOptions, "clusterUrl"> = {}): Promise<Company> {
  return openCompany({ clusterUrl: inject("testClusterUrl"), ...options })
}
