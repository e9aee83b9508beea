import { inject } from "vitest"
import { cloneTestDatabase, type TestDatabase, type TestDatabaseOptions } from "./database.ts"

declare module "vitest" {
  interface ProvidedContext {
    testClusterUrl: string
    /** Where the tests of this run share what takes long to make. */
    sharedPlace: string
  }
}

/** A fresh, migrated, empty database for this test: `await using at = await testDatabase()`. */
export function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  return cloneTestDatabase(inject("testClusterUrl"), options)
}
