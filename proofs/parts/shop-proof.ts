import { monotonicMs } from "#kit/clock.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { type Promised, promises } from "./account-count.ts"
import { promiseWords } from "./account-proof.ts"
import { type Claim, judge } from "./claim.ts"
import { playShop } from "./shop-life.ts"

const CUSTOMERS = 15
const ROUNDS = 10

export interface ShopsWish {
  /** So many customers in all, each a history; several share a shop. */
  readonly histories: number
  /** After this no further shop is opened. */
  readonly mostMinutes: number
  readonly seed: number
}

/** The same count, held against the whole program on a real database. */
export async function judgeShops({ histories, mostMinutes, seed }: ShopsWish): Promise<Claim[]> {
  const beganMs = monotonicMs()
  const isLate = () => monotonicMs() - beganMs > mostMinutes * 60_000
  const wrong = new Map<Promised, number>()
  const done = new Map<string, number>()
  const thrown: string[] = []
  let [played, explained, papers] = [0, 0, 0]
  const cluster = await startTestCluster()
  try {
    await prepareTemplate(cluster.superUrl)
    for (let shop = 0; played < histories && !isLate(); shop++) {
      const customers = Math.min(CUSTOMERS, histories - played)
      try {
        const one = await playShop(cluster.superUrl, { seed: seed * 1_000 + shop, customers, rounds: ROUNDS })
        for (const { about, words } of one.wrong) {
          wrong.set(about, (wrong.get(about) ?? 0) + 1)
          console.log(`  shop ${seed * 1_000 + shop}: ${words}`)
        }
        for (const [kind, count] of one.done) done.set(kind, (done.get(kind) ?? 0) + count)
        explained += one.explained
        papers += one.papers
      } catch (error) {
        thrown.push(`shop ${seed * 1_000 + shop}: ${error instanceof Error ? error.message : String(error)}`)
      }
      played += customers
      console.log(`  ${played} customers in ${Math.round((monotonicMs() - beganMs) / 1_000)} s`)
    }
  } finally {
    await cluster.stop()
  }
  for (const words of thrown) console.log(`\n${words}`)
  const acts = [...done].filter(([kind]) => !kind.startsWith("refused"))
  const refused = [...done].filter(([kind]) => kind.startsWith("refused"))
  const count = (some: readonly (readonly [string, number])[]) => some.reduce((sum, [, one]) => sum + one, 0)
  return [
    judge(played > 0, "customers of real shops, played on a database", `${played} of ${histories}`),
    judge(
      thrown.length === 0,
      "shops that came to an error or broke one of the database's promises",
      `${thrown.length}`,
    ),
    ...promises.map((about) =>
      judge(!wrong.has(about), `there: ${promiseWords[about]}`, `${wrong.get(about) ?? 0}`),
    ),
    judge(
      papers > 0 && explained > 0,
      "invoices and credit notes; lines explained anew",
      `${papers}; ${explained}`,
    ),
    judge(acts.length >= 10, "what they did", acts.map(([kind, times]) => `${kind} ${times}`).join(", ")),
    { holds: undefined, words: "what was refused in words", figure: `${count(refused)}` },
  ]
}
