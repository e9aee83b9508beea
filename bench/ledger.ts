// ledger: transfers booked by eight clients, nine of ten on one account of the company, beside transfers spread over a thousand (B7).
import { DEMO_TENANT } from "#app/demo/demo-tenant.ts"
import { money } from "#kit/money.ts"
import { postTransfer } from "#ledger"
import { readOptions } from "./parts/options.ts"
import { comparePairs } from "./parts/pairs.ts"
import { openRenewalYard } from "./parts/renewal-stock.ts"
import { reportComparisons } from "./parts/report.ts"

const CLIENTS = 8
const ACCOUNTS = 1_000

const options = readOptions()
const { isShort } = options
const TAKE_MS = isShort ? 200 : 4_000

await using yard = await openRenewalYard(options)
await using stock = await yard.openStock({ subscriptions: 1_000, duePercent: 0 })
let booked = 0
const spread = () => rate((number) => `cash:bench-${number % ACCOUNTS}`)
const hot = () => rate((number) => (number % 10 === 0 ? `cash:bench-${number % ACCOUNTS}` : "cash:bench-hot"))
// Each account is made by its first transfer: that belongs to nobody's figure.
for (let number = 0; number < (isShort ? 10 : ACCOUNTS); number++) await book(`cash:bench-${number}`, number)
const comparison = await comparePairs({
  name: `${CLIENTS} clients, nine of ten on one account / spread over ${ACCOUNTS.toLocaleString("en")}`,
  unit: "transfers/s",
  isShort,
  target: { atLeast: 0.9, isGoal: true },
  reference: spread,
  subject: hot,
})
reportComparisons("ledger", [comparison], options, { booked })

async function rate(accountOf: (number: number) => string): Promise<number> {
  const until = performance.now() + TAKE_MS
  const startedMs = performance.now()
  const before = booked
  const client = async () => {
    while (performance.now() < until) {
      const number = booked
      booked += 1
      await book(accountOf(number), number)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return ((booked - before) * 1_000) / (performance.now() - startedMs)
}

/** As a sale is booked: the whole transfer in a transaction of its own, with its constraints, behind the wall. */
async function book(account: string, number: number): Promise<void> {
  const amount = money(BigInt(1_000 + (number % 500)), "KRW")
  await stock.ground.inTenant(DEMO_TENANT, (ctx) =>
    postTransfer(ctx, {
      key: `bench:${ctx.newId("trf")}`,
      currency: amount.currency,
      reference: `bench-${number}`,
      words: "Bench",
      postings: [
        { account, minor: amount.minor },
        { account: `revenue:bench-${number % ACCOUNTS}`, minor: -amount.minor },
      ],
    }),
  )
}
