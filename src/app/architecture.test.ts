import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { plantTree, readDoors, readTree, type Violation } from "#kit/testing/architecture/tree.ts"
import { houseFolders, houseRules } from "./house.ts"

const root = resolve(import.meta.dirname, "../..")
const doors = readDoors(root)

describe("the house as it stands", () => {
  const tree = readTree(root, houseFolders)

  it("is really read: the files, and what they import", () => {
    expect(tree.files.size).toBeGreaterThan(30)
    const contract = tree.files.get("src/app/contract.ts")
    expect(contract?.edges.map((edge) => edge.target)).toContain("src/modules/orders/contract.ts")
  })

  it.each(houseRules.map((rule) => [rule.name, rule] as const))("keeps %s", (_, rule) => {
    expect(rule.check(tree).map(inWords)).toEqual([])
  })
})

/** For each rule: files that break it, and files that look alike and don't. */
interface Plant {
  readonly rule: string
  readonly what: string
  readonly bad: Readonly<Record<string, string>>
  /** How many violations the bad files hold; 1 unless told. */
  readonly times?: number
  readonly good?: Readonly<Record<string, string>>
}

const billing = (text: string) => ({ "src/modules/billing/issue-invoice.ts": text })
const kit = (text: string) => ({ "src/kit/thing.ts": text })

const plants: readonly Plant[] = [
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
  {
    rule: "no-default-export",
    what: "a default, by itself and under another name",
    bad: { ...kit("export default 1"), "src/kit/other.ts": "const a = 1\nexport { a as default }" },
    times: 2,
    good: { "src/web/portal/page.tsx": "export default function Page() {}" },
  },
  {
    rule: "index-is-a-front-door",
    what: "an index.ts that is no front door",
    bad: { "src/kit/index.ts": "" },
    good: { "src/modules/billing/index.ts": "" },
  },
  {
    rule: "folders-have-names",
    what: "a drawer",
    bad: { "src/kit/utils/text.ts": "", "src/web/helpers.ts": "" },
    times: 2,
  },
  {
    rule: "file-names",
    what: "camel case and a second version",
    bad: { "src/kit/openDatabase.ts": "", "src/kit/money-v2.ts": "", "src/kit/new-money.ts": "" },
    times: 3,
    good: { "src/kit/sha256.ts": "", "src/web/entry.server.tsx": "", "src/kit/renew-plan.test.ts": "" },
  },
  {
    rule: "flat-modules",
    what: "a folder inside a module",
    bad: { "src/modules/billing/invoices/issue.ts": "", "src/modules/payments/gateways/card/call.ts": "" },
    times: 2,
    good: { "src/modules/payments/gateways/sandbox-card.ts": "" },
  },
  {
    rule: "one-operation-one-file",
    what: "a second operation, a wrong name, an operation in a noun",
    bad: {
      "src/modules/billing/issue-invoice.ts":
        "export async function issueInvoice() {}\nexport function voidInvoice() {}",
      "src/modules/billing/void-invoice.ts": "export async function cancelInvoice() {}",
      "src/modules/billing/invoice.ts": "export async function issueInvoice(ctx: Context) {}",
    },
    times: 4,
    good: {
      "src/modules/billing/issue-invoice.ts":
        "export interface Draft { id: string }\nexport async function issueInvoice(ctx: Context) {}",
      "src/modules/billing/invoice.ts":
        "export const invoiceMoves = {}\nexport function isPaid(invoice: Invoice) {}",
      "src/modules/orders/checkout.ts": "export async function checkout(ctx: Context) {}",
    },
  },
  {
    rule: "sizes",
    what: "a file of 301 lines and a function of 71",
    bad: {
      "src/kit/long.ts": "export const a = [\n".padEnd(19 + 300 * 2, "1,\n").concat("1,\n".repeat(100), "]"),
      "src/kit/deep.ts": `export function deep() {\n${"  call()\n".repeat(69)}}`,
    },
    times: 2,
    good: {
      "src/kit/deep.ts": `export function deep() {\n${"  // why\n\n".repeat(200)}${"  call()\n".repeat(68)}}`,
    },
  },
  {
    rule: "queries-take-a-reach",
    what: "a query for everyone",
    bad: {
      "src/modules/billing/queries.ts": "export async function listInvoices(ctx: Context, limit: number) {}",
    },
    good: {
      "src/modules/billing/queries.ts": "export async function listInvoices(ctx: Context, reach: Reach) {}",
    },
  },
  {
    rule: "routes-name-a-permission",
    what: "a line anybody may call: no permit, no reason, another module's permission, a bare handler",
    bad: {
      "src/modules/billing/router.ts": `
        export const billingRouter = serve(billingContract, {
          a: answer(who, run), b: answerLive(permitEveryone(""), run), c: answer(permit("orders.read"), run) })
        const d = implement(x).handler(run)`,
    },
    times: 4,
    good: {
      "src/modules/billing/router.ts": `
        export const billingRouter = serve(billingContract, {
          a: answer(permit("billing.invoices.read"), run), b: answer(permitEveryone("prices are public"), run) })`,
    },
  },
  {
    rule: "money-is-no-number",
    what: "an amount as a number: type, shape, parameter, conversion, column",
    bad: {
      "src/modules/billing/tables.ts":
        'interface A { totalAmount: number; feeMinor: number | null }\nconst s = { price: z.number().int() }\nfunction f(balance: number) {}\nNumber(row.minor)\nnumeric("price")',
    },
    times: 6,
    good: {
      "src/modules/billing/invoice.ts":
        "interface A { amount: Money; taxPercent: string; count: number }\nconst s = { price: moneyShape }",
    },
  },
  {
    rule: "no-catch-that-assumes",
    what: "an error that nobody hears of",
    bad: kit(
      "try { await charge() } catch { paid = true }\nawait send().catch(() => undefined)\ntry { save() } catch (error) { saved = true }",
    ),
    times: 3,
    good: kit(
      "try { link = readlink(path) } catch { /* gone, or not ours: both mean no */ }\nawait client.end().catch(() => {})\ntry { a() } catch (error) { throw new Error('b', { cause: error }) }\ntry { c = JSON.parse(text) } catch { c = undefined }\nawait send().catch((error) => log.warn({ error }))\nz.string().catch('x')",
    ),
  },
  {
    rule: "no-mock-of-our-own",
    what: "a mocked module",
    bad: { "src/kit/a.test.ts": 'vi.mock("./db.ts")' },
    good: { "src/kit/a.test.ts": "const log = silentLog" },
  },
  {
    rule: "no-skipped-test",
    what: "a test that is not run, and one that keeps others from running",
    bad: { "src/kit/a.test.ts": "it.skip('x', () => {})\ndescribe.only('y', () => {})" },
    times: 2,
    good: { "src/kit/a.test.ts": "it.each([])('x', () => {})" },
  },
  {
    rule: "suppressions-have-reasons",
    what: "a check switched off in silence",
    bad: kit("// oxlint-disable-next-line no-console\nconsole.log(1)\n// @ts-expect-error\nx()"),
    times: 2,
    good: kit("// oxlint-disable-next-line no-console -- the start screen is for people\nconsole.log(1)"),
  },
  {
    rule: "nothing-unfinished",
    what: "a promise in a comment",
    bad: kit("// TODO later"),
    good: kit("// todos are a noun"),
  },
  {
    rule: "say-in-every-language",
    what: "words for half the readers",
    bad: billing(
      'const a = { say: "No." }\nconst b = { say: { en: "No." } }\nconst c = { say: { en: "No.", ko: "" } }',
    ),
    times: 3,
    good: billing('const a = { say: { en: "No.", ko: "안 됩니다." } }'),
  },
  {
    rule: "words-in-every-language",
    what: "a name in one language",
    bad: billing('const name = { en: "Invoice" }\nconst other = { ko: "영수증" } as const'),
    times: 2,
    good: billing('const name = { en: "Receipt", ko: "영수증" }'),
  },
  {
    rule: "files-in-every-language",
    what: "a mail without its twin, and a twin with a word missing",
    bad: {
      "src/modules/notifications/templates.en.json": '{ "welcome": { "subject": "Hello" } }',
      "src/web/words/en.ts": 'export const en = { cart: { empty: "Empty", full: "Full" } }',
      "src/web/words/ko.ts": 'export const ko = { cart: { empty: "비어 있음" } }',
    },
    times: 2,
    good: {
      "src/web/words/en.ts": 'export const en = { cart: { empty: "Empty" } }',
      "src/web/words/ko.ts": 'export const ko = { cart: { empty: "비어 있음" } } satisfies Words',
    },
  },
]

describe("each wall has been seen to fail", () => {
  it.each(plants.map((plant) => [plant.rule, plant.what, plant] as const))(
    "%s catches %s",
    (name, _, plant) => {
      const found = violations(name, plant.bad)
      expect(found.map(inWords)).toHaveLength(plant.times ?? 1)
    },
  )

  it.each(plants.filter((plant) => plant.good).map((plant) => [plant.rule, plant.what, plant] as const))(
    "%s lets alone what only looks like %s",
    (name, _, plant) => {
      expect(violations(name, plant.good ?? {}).map(inWords)).toEqual([])
    },
  )

  it("and none was forgotten", () => {
    const planted = new Set(plants.map((plant) => plant.rule))
    expect(houseRules.map((rule) => rule.name).filter((name) => !planted.has(name))).toEqual([])
  })

  it("an exception that nothing needs any more is reported", () => {
    const found = rule("no-environment").check(plantTree({ "src/app/config.ts": "" }, doors))
    expect(found.map((one) => one.path)).toEqual(["src/app/config.ts"])
  })
})

function rule(name: string) {
  const found = houseRules.find((one) => one.name === name)
  if (!found) throw new Error(`There is no rule ${name}.`)
  return found
}

/** Planted trees hold a few files only, so the house's own exceptions are unused there: they don't count. */
function violations(name: string, texts: Readonly<Record<string, string>>): Violation[] {
  return rule(name)
    .check(plantTree(texts, doors))
    .filter((one) => one.path in texts)
}

function inWords(one: Violation): string {
  return `${one.path}:${one.line} ${one.words}`
}
