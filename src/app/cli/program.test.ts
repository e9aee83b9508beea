import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { createStaff, hashPassword, saveStaffPolicy } from "#identity"
import { isApiKey } from "#identity/testing"
import { createKeyring } from "#kit/secrets.ts"
import type { TestDatabase } from "#kit/testing/database.ts"
import { testDatabase } from "#kit/testing/test-database.ts"
import { ensureEndpoint } from "#payments"
import { ensureTenant, findSettings, findTenantByHost, saveSettings } from "#tenancy"
import { readConfig } from "../config.ts"
import { demoSettings } from "../demo/demo-tenant.ts"
import { examine } from "../doctor.ts"
import { listKeys, openKeyring } from "../keys.ts"
import { sealedColumns } from "../sealed-columns.ts"
import { openDoors } from "./doors.ts"
import { createProgram } from "./program.ts"

const SHOP = "ten_shop"

/** A shop, a home of its own, and the commands as they would be typed. */
async function atKeyboard(extra: Record<string, string> = {}) {
  const at = await testDatabase({ runner: "memory" })
  const home = await mkdtemp(join(tmpdir(), "hostwell-cli-"))
  await at.database.transactAcrossTenants((db) =>
    ensureTenant(db, at.clock, { id: SHOP, slug: "shop", hosts: ["shop.test"] }),
  )
  await at.inTenant(SHOP, (ctx) => saveSettings(ctx, demoSettings))
  const config = readConfig({
    HOSTWELL_HOME: home,
    DATABASE_URL: at.ownerUrl,
    DATABASE_APP_URL: at.database.url,
    ...extra,
  })
  const run = async (...words: string[]) => {
    let shown = ""
    const output = {
      line: (text: string) => void (shown += `${text}\n`),
      raw: (text: string) => void (shown += text),
    }
    await createProgram(openDoors(config), output).parseAsync(["node", "hostwell", ...words])
    return shown
  }
  return {
    at,
    config,
    run,
    [Symbol.asyncDispose]: async () => {
      await at.drop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function hire(at: TestDatabase): Promise<void> {
  const passwordHash = await hashPassword("a long enough password")
  const wish = { name: "Op", email: "op@shop.test", passwordHash, language: "en", role: "operator" } as const
  const policy = { needsSecondFactor: false, secondFactorFrom: null, networks: [] }
  await at.inTenant(SHOP, (ctx) => saveStaffPolicy(ctx, policy, undefined))
  await at.inTenant(SHOP, (ctx) => createStaff(ctx, wish))
}

describe("hostwell shop", () => {
  const wish = ["--url", "https://new.example", "--name", "New Hosting", "--operator", "op@new.example"]

  it("opens a shop whose operator comes in, and makes keys once a second factor is there", async () => {
    await using cli = await atKeyboard()
    const shown = await cli.run("shop", "open", "new", ...wish, "--tax", "7.7")
    expect(shown).toContain("New Hosting is open at https://new.example.")
    expect(shown).toMatch(/as op@new\.example with [\w-]{20}\n/)
    expect(await cli.run("shop", "list")).toMatch(/new +open +ten_/)
    const who = ["--shop", "new", "--email", "op@new.example"]
    const create = ["api-key", "create", ...who, "--name", "x", "--scopes", "orders.read"]
    await expect(cli.run(...create)).rejects.toThrow("identity.second_factor_needed")
    const found = await cli.at.database.transactAcrossTenants((db) => findTenantByHost(db, "new.example"))
    const rate = (await cli.at.inTenant(found?.id ?? "", findSettings))?.taxRate
    expect(rate).toEqual({ numerator: 77n, denominator: 1_000n })
    await expect(cli.run("shop", "open", "new", ...wish)).rejects.toThrow("is a shop already")
    await expect(cli.run("shop", "open", "other", ...wish)).rejects.toThrow("is a shop already")
    expect(await cli.run("shop", "list")).not.toContain("other")
  })

  it.each([
    ["--url", "shop.example", "--url is where people see the shop"],
    ["--currency", "XXX", "--currency is one of"],
    ["--tax", "a lot", "--tax is percent"],
    ["--time-zone", "Mars", "--time-zone is a name"],
    ["--operator", "nobody", "--operator is an e-mail address"],
  ])("says what is wrong with %s %s", async (option, value, words) => {
    await using cli = await atKeyboard()
    await expect(cli.run("shop", "open", "new", ...wish, option, value)).rejects.toThrow(words)
    expect(await cli.run("shop", "list")).not.toContain("new")
  })
})

describe("hostwell clock", () => {
  it("shows the company's time and plays the coming days", async () => {
    await using cli = await atKeyboard()
    expect(await cli.run("clock", "show")).toContain("the machine's own time")
    const told = await cli.run("clock", "advance", "2d")
    expect(told.split("\n").length).toBeGreaterThanOrEqual(3)
    expect(await cli.run("clock", "show")).toMatch(/ahead of the machine/)
    const runs = await cli.at.inTenant(SHOP, (ctx) => ctx.db.execute(sql`select 1 from sweeps.sweep_runs`))
    expect(runs.rowCount).toBeGreaterThan(0)
  })

  it("says what a duration is, and moves no real company's time", async () => {
    await using cli = await atKeyboard()
    await expect(cli.run("clock", "advance", "soon")).rejects.toThrow('"soon" is no duration')
    await using production = await atKeyboard({
      HOSTWELL_MODE: "production",
      SMTP_URL: "smtp://mail.example",
      HOSTWELL_KEYS: `k1:${Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString("base64")}`,
    })
    await expect(production.run("clock", "advance", "1d")).rejects.toThrow("sandbox only")
  })
})

describe("hostwell api-key create", () => {
  it("makes a key with what that person may do", async () => {
    await using cli = await atKeyboard()
    await hire(cli.at)
    const wish = ["--email", "OP@shop.test", "--name", "backup"]
    const shown = await cli.run("api-key", "create", ...wish, "--scopes", "orders.read, operations.read")
    expect(isApiKey(shown.split("\n")[0] ?? "")).toBe(true)
    await expect(cli.run("api-key", "create", ...wish, "--scopes", "everything")).rejects.toThrow(
      "identity.scope_not_yours",
    )
    const nobody = ["--email", "nobody@shop.test", "--name", "x", "--scopes", "orders.read"]
    await expect(cli.run("api-key", "create", ...nobody)).rejects.toThrow("identity.person_missing")
    await expect(
      cli.run("api-key", "create", ...wish, "--scopes", "orders.read", "--shop", "x"),
    ).rejects.toThrow("There is no shop x: shop.")
  })
})

describe("hostwell keys", () => {
  it("seals everything anew under a new key, and shows what still stands under the old", async () => {
    await using cli = await atKeyboard()
    const wanted = {
      gateway: "sandbox-card",
      apiKey: "card-key-1",
      webhookSecret: "card-secret-1",
      baseUrl: "http://localhost:1/card",
      returnUrl: "http://localhost:1/paid",
    }
    const before = openKeyring(cli.config)
    await cli.at.inTenant(SHOP, (ctx) => ensureEndpoint(ctx, before, wanted))
    expect(await cli.run("keys", "show")).toMatch(/home\s+current\s+2/)
    expect(await cli.run("keys", "rotate")).toContain("2 secrets are sealed with home-")
    const shown = await cli.run("keys", "show")
    expect(shown).toMatch(/home-\w+\s+current\s+2/)
    expect(shown).toMatch(/home\s+old\s+0/)
    const [fresh] = listKeys(cli.config)
    const alone = createKeyring({
      current: fresh?.id ?? "",
      keys: { [fresh?.id ?? ""]: fresh?.key ?? new Uint8Array() },
    })
    const rows = await cli.at.inTenant(SHOP, (ctx) =>
      ctx.db.execute<{ id: string; api_key_sealed: string }>(
        sql`select id, api_key_sealed from payments.endpoints`,
      ),
    )
    const place = {
      tenant: SHOP,
      table: "payments.endpoints",
      column: "api_key",
      row: rows.rows[0]?.id ?? "",
    }
    expect(alone.open(place, rows.rows[0]?.api_key_sealed ?? "")).toBe("card-key-1")
  })

  it("knows every column that holds something sealed", async () => {
    await using cli = await atKeyboard()
    const found = await cli.at.inTenant(SHOP, (ctx) =>
      ctx.db.execute<{ name: string }>(sql`
        select table_schema || '.' || table_name || '.' || column_name as name
        from information_schema.columns
        where column_name like '%sealed%' and table_schema <> 'sandbox'`),
    )
    const known = sealedColumns.map(({ schema, table, column }) => `${schema}.${table}.${column}`)
    expect(found.rows.map((row) => row.name).filter((name) => !known.includes(name))).toEqual([])
  })
})

describe("hostwell doctor, migrate, operations and ledger", () => {
  it("answer about an empty, healthy house", async () => {
    await using cli = await atKeyboard()
    expect(await cli.run("doctor")).toMatch(/ok {2}PostgreSQL: version 18/)
    expect(await cli.run("migrate")).toContain("at this release")
    expect(await cli.run("operations", "list")).toBe("None.\n")
    await expect(cli.run("operations", "list", "--state", "odd")).rejects.toThrow("There is no state odd")
    await expect(cli.run("operations", "close", "op_1", "--reason", "none")).rejects.toThrow(
      "operation_unknown",
    )
    expect(await cli.run("ledger", "export")).toContain("commodity")
    expect(await cli.run("ledger", "export", "--format", "beancount")).toContain("commodity KRW")
  })

  it("find what is broken, and say where", async () => {
    await using cli = await atKeyboard()
    const directory = await mkdtemp(join(tmpdir(), "hostwell-invariants-"))
    await writeFile(
      join(directory, "i99-nobody.sql"),
      "-- I99: nobody is here.\nselect slug from tenancy.tenants",
    )
    await writeFile(
      join(directory, "i98-books.sql"),
      "-- I98: books agree.\nselect 1 from sandbox.no_such_table",
    )
    const findings = await examine({ ownerUrl: cli.at.ownerUrl, invariantsDirectory: directory })
    expect(findings.filter((one) => one.state !== "well")).toEqual([
      { check: "i98-books", state: "skipped", words: "I98: books agree. (no stand-ins here)" },
      { check: "i99-nobody", state: "ill", words: "I99: nobody is here.\n    shop" },
    ])
    await rm(directory, { recursive: true })
  })

  it("explain what can be typed", async () => {
    await using cli = await atKeyboard()
    await expect(cli.run("operations", "undo", "op_1")).rejects.toThrow(/reason/)
    await expect(cli.run("dance")).rejects.toThrow(/unknown command/)
  })
})

describe("suspending a shop", () => {
  it("closes it with its reason, opens it again, and never touches the company that runs the house", async () => {
    await using desk = await atKeyboard()
    await desk.at.database.transactAcrossTenants((db) =>
      ensureTenant(db, desk.at.clock, { id: "ten_second", slug: "second", hosts: ["second.test"] }),
    )
    await desk.at.inTenant("ten_second", (ctx) => saveSettings(ctx, demoSettings))
    const standing = async () =>
      (await desk.at.database.transactAcrossTenants((db) => findTenantByHost(db, "second.test")))?.closure
    expect(
      await desk.run("shop", "suspend", "second", "--reason", "unpaid", "--customers", "closed"),
    ).toContain("second is suspended")
    expect(await standing()).toBe("closed")
    await expect(desk.run("shop", "suspend", "second", "--reason", "unpaid")).rejects.toThrow(
      "suspended already",
    )
    await expect(desk.run("shop", "suspend", "shop", "--reason", "ourselves")).rejects.toThrow(
      "can't suspend itself",
    )
    expect(await desk.run("shop", "resume", "second")).toContain("open again")
    expect(await standing()).toBeNull()
  })
})
