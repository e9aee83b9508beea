import { billing, kit, type Plant } from "./plant.ts"

/** Shape, care and words. */
export const carePlants: readonly Plant[] = [
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
        "export async function issueInvoice(ctx: Context) {}\nexport function voidInvoice() {}",
      "src/modules/billing/void-invoice.ts": "export async function cancelInvoice(ctx: Context) {}",
      "src/modules/billing/invoice.ts": "export async function issueInvoice(ctx: Context) {}",
    },
    times: 4,
    good: {
      "src/modules/billing/issue-invoice.ts":
        "export interface Draft { id: string }\nexport async function issueInvoice(ctx: Context) {}",
      "src/modules/billing/invoice.ts":
        "export const invoiceMoves = {}\nexport function isPaid(invoice: Invoice) {}",
      "src/modules/orders/checkout.ts": "export async function checkout(ctx: Context) {}",
      "src/modules/billing/plan-renewal.ts":
        "export function planRenewal(facts: Facts) {}\nexport const cycles = 1",
      "src/modules/billing/settle-request.ts": "export const settleRequestWork = defineWork({})",
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
        const byLink = permitEveryone("whoever holds the link may look")
        export const billingRouter = serve(billingContract, {
          a: answer(permit("billing.invoices.read"), run), b: answerLive(byLink, run) })`,
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
    bad: billing(
      'const name = { en: "Invoice" }\nconst other = { ko: "영수증" } as const\nconst words = defineWords({ en: { a: "A", b: "B" }, ko: { a: "가" } })',
    ),
    times: 3,
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
  {
    rule: "links-lead-somewhere",
    what: "a page that was moved",
    bad: { "docs/a.md": "[b](b.md) and [c](../src/c.ts)" },
    times: 2,
    good: {
      "docs/a.md": "[b](b.md#part), [c](https://example.com), [d](d/)",
      "docs/b.md": "",
      "docs/d/e.md": "",
    },
  },
  {
    rule: "decisions-are-listed",
    what: "an unlisted decision, a number taken twice, a title without its number",
    bad: {
      "docs/decisions/README.md": "[0001](0001-a.md)",
      "docs/decisions/0001-a.md": "# 0001 A",
      "docs/decisions/0001-b.md": "# B",
    },
    times: 3,
    good: { "docs/decisions/README.md": "[0001](0001-a.md)", "docs/decisions/0001-a.md": "# 0001 A" },
  },
  {
    rule: "no-machine-paths",
    what: "a path of one machine",
    bad: {
      "docs/a.md": ["Run it in ", "home", "someone/hostwell."].join("/"),
      ...kit('const a = "' + ["", "root", "a"].join("/") + '"'),
    },
    times: 2,
    good: { "docs/a.md": "See https://example.com/home/about and ./work/out." },
  },
]
