import { readdirSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"

const meta = resolve(import.meta.dirname, "../../migrations/meta")

test("of what drizzle-kit compares the tables with only the newest is kept: it reads no other, and each is as long as all tables", () => {
  const { entries } = JSON.parse(readFileSync(resolve(meta, "_journal.json"), "utf8")) as {
    entries: { readonly idx: number }[]
  }
  const newest = `${String(entries.at(-1)?.idx).padStart(4, "0")}_snapshot.json`
  expect(readdirSync(meta).toSorted()).toEqual([newest, "_journal.json"])
})
