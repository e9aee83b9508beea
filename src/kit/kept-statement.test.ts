import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { keepStatement } from "./kept-statement.ts"
import { testDatabase } from "./testing/test-database.ts"

describe("a kept statement", () => {
  it("is put together once for each connection, and takes other values each time", async () => {
    await using at = await testDatabase({ runner: "memory" })
    let built = 0
    const double = keepStatement((db) => {
      built += 1
      return db
        .select({ doubled: sql<number>`n * 2` })
        .from(sql`(select ${sql.placeholder("number")}::int as n) asked`)
    })
    const answers = await at.database.transact("ten_a", async (db) => [
      await double(db, { number: 2 }),
      await double(db, { number: 21 }),
    ])
    expect(answers).toEqual([[{ doubled: 4 }], [{ doubled: 42 }]])
    expect(built).toBe(1)
    await expect(at.database.transact("ten_a", (db) => double(db, { another: 2 }))).rejects.toThrow(
      /placeholder/,
    )
  })
})
