import { billing, kit, type Plant } from "./plant.ts"

/** Borders, cycles and purity. */
export const borderPlants: readonly Plant[] = [
  {
    rule: "module-doors",
    what: "a module's inner file, by its path and by a wildcard",
    bad: {
      ...billing(`import { plans } from "../catalog/queries.ts"`),
      "src/modules/catalog/queries.ts": "export const plans = 1",
    },
    times: 2,
    good: {
      ...billing(`import { findPlan } from "#catalog"\nimport { planShape } from "#catalog/contract"`),
      "src/modules/catalog/index.ts": "",
      "src/modules/catalog/contract.ts": "",
    },
  },
  {
    rule: "module-doors",
    what: "another module's tables anywhere but in tables.ts",
    bad: {
      "src/modules/billing/queries.ts": `import { plans } from "#catalog/tables"`,
      "src/modules/catalog/tables.ts": "",
    },
    good: {
      "src/modules/billing/tables.ts": `import { plans } from "#catalog/tables"`,
      "src/modules/catalog/tables.ts": "",
    },
  },
  {
    rule: "module-doors",
    what: "a testing door in the program",
    bad: { "src/app/main.ts": `import { x } from "#ledger/testing"`, "src/modules/ledger/testing.ts": "" },
    good: {
      "src/app/main.test.ts": `import { x } from "#ledger/testing"`,
      "src/modules/ledger/testing.ts": "",
    },
  },
  {
    rule: "module-order",
    what: "a later module, even by its door and only for a type",
    bad: { ...billing(`import type { Order } from "#orders"`), "src/modules/orders/index.ts": "" },
    good: { ...billing(`import { startAttempt } from "#payments"`), "src/modules/payments/index.ts": "" },
  },
  {
    rule: "module-order",
    what: "a re-export and a dynamic import of a later module",
    bad: {
      ...billing(`export * from "#orders"\nexport const load = () => import("#orders")`),
      "src/modules/orders/index.ts": "",
    },
    times: 2,
  },
  {
    rule: "module-order",
    what: "a module nobody gave a place",
    bad: { "src/modules/gossip/index.ts": "export const x = 1" },
  },
  {
    rule: "modules-below-app",
    what: "app and web, and the sandbox outside a test",
    bad: {
      ...billing(
        `import { a } from "#app/config.ts"\nimport { b } from "#web/ui/b.tsx"\nimport "#sandbox/card.ts"`,
      ),
    },
    times: 3,
    good: { "src/modules/billing/issue-invoice.test.ts": `import { createCard } from "#sandbox/card.ts"` },
  },
  {
    rule: "kit-knows-nobody",
    what: "a module",
    bad: { ...kit(`import { findPlan } from "#catalog"`), "src/modules/catalog/index.ts": "" },
    good: kit(`import { money } from "./money.ts"`),
  },
  {
    rule: "sandbox-knows-the-kit",
    what: "a module's shapes",
    bad: {
      "src/sandbox/card.ts": `import { attemptShape } from "#payments/contract"`,
      "src/modules/payments/contract.ts": "",
    },
    good: { "src/sandbox/card.ts": `import { openDatabase } from "#kit/db.ts"` },
  },
  {
    rule: "web-sees-contracts",
    what: "server code in a page",
    bad: {
      "src/web/portal/page.tsx": `import { listServices } from "#provisioning"`,
      "src/modules/provisioning/index.ts": "",
    },
    good: {
      "src/web/portal/page.tsx": `import { serviceStates } from "#provisioning/contract"\nimport type { Api } from "#app/api.ts"\nimport { formatMoney } from "#kit/money.ts"`,
      "src/modules/provisioning/contract.ts": "",
    },
  },
  {
    rule: "web-sees-contracts",
    what: "a kit file that is not for browsers",
    bad: { "src/web/portal/page.tsx": `import { openDatabase } from "#kit/db.ts"` },
  },
  {
    rule: "browser-safe",
    what: "a server package below a contract",
    bad: { "src/modules/billing/contract.ts": `import pg from "pg"\nimport { db } from "#kit/db.ts"` },
    times: 2,
    good: {
      "src/modules/billing/contract.ts": `import { z } from "zod"\nimport type { Db } from "#kit/db.ts"`,
    },
  },
  {
    rule: "browser-safe",
    what: "a server package below a part of a contract",
    bad: { "src/modules/billing/paper-contract.ts": `import pg from "pg"` },
    good: { "src/modules/billing/contract.ts": `import { paper } from "./paper-contract.ts"` },
  },
  {
    rule: "no-import-cycles",
    what: "a knot of three, one edge of it a type, one a re-export",
    bad: {
      "src/kit/a.ts": `import type { B } from "./b.ts"`,
      "src/kit/b.ts": `export { c } from "./c.ts"`,
      "src/kit/c.ts": `export const a = () => import("./a.ts")`,
    },
    good: {
      "src/kit/a.ts": `import "./b.ts"\nimport "./c.ts"`,
      "src/kit/b.ts": `import "./c.ts"`,
      "src/kit/c.ts": "",
    },
  },
  {
    rule: "no-environment",
    what: "a setting read where it is used",
    bad: kit(`export const port = process.env.PORT\nimport { env } from "node:process"`),
    times: 2,
    good: { "src/app/config.ts": "export const port = process.env.PORT" },
  },
  {
    rule: "no-clock",
    what: "every way to ask the machine for the time",
    bad: billing(`
      const a = Date.now(); const b = new Date(); const c = Temporal.Now.instant(); const d = performance.now()
      const e = Date(); const f = process.hrtime.bigint(); setTimeout(() => {}, 1); const g = globalThis.Date.now()
      import { setTimeout as wait } from "node:timers/promises"`),
    times: 9,
    good: billing(`export const issueInvoice = (ctx: Context) => ctx.clock.now() // Date.now()`),
  },
  {
    rule: "no-chance",
    what: "Math.random",
    bad: kit("export const x = Math.random()"),
    good: kit("export const x = Math.round(1.5)"),
  },
  {
    rule: "no-network",
    what: "a way outside that isn't #kit/outside",
    bad: billing(
      `import { request } from "undici"\nimport net from "node:net"\nawait fetch("https://example.com")`,
    ),
    times: 3,
    good: billing(`import { callOutside } from "#kit/outside/call.ts"`),
  },
  {
    rule: "no-sql-text",
    what: "statements put together from text",
    bad: billing(
      'const a = sql.raw(name)\nawait pool.query(`select * from t where id = ${id}`)\nawait db.execute("delete from " + table)\nconst b = `update t set x = ${x}`',
    ),
    times: 6,
    good: billing(
      "const a = sql`select * from t where id = ${id}`\nawait pool.query('select 1')\nconst words = `Select ${plan} and go on`",
    ),
  },
  {
    rule: "no-database-enums",
    what: "an enum, in code and in SQL",
    bad: {
      "src/modules/billing/tables.ts": `export const state = pgEnum("state", ["open"])`,
      "migrations/repeatable/billing.sql": "create type billing.state as enum ('open');",
    },
    times: 2,
    good: { "src/modules/billing/contract.ts": `export const state = z.enum(["open"])` },
  },
]
