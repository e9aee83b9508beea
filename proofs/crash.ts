// crash: the sale, its worker killed at every place it passes, and 100,000 seeds of simulated work: nothing lost, nothing doubled.
import { parseArgs } from "node:util"
import { returns } from "#app/testing/crash-trial.ts"
import { openSaleSimulation } from "#app/testing/sale-simulation.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { type Claim, judge, tell } from "./parts/claim.ts"
import { type KillRound, playKillRound } from "./parts/kill-round.ts"
import { replaySaga } from "./parts/saga-batch.ts"
import { playSeedRound, type SeedRound } from "./parts/seed-round.ts"
import type { Simulated } from "./parts/seed-shard.ts"

const { values: flags } = parseArgs({
  options: {
    orders: { type: "string", default: "1000" },
    kills: { type: "string", default: "20" },
    minutes: { type: "string", default: "30" },
    companies: { type: "string", default: "3" },
    together: { type: "string", default: "10" },
    seeds: { type: "string", default: "100000" },
    sales: { type: "string", default: "200" },
    shards: { type: "string" },
    seed: { type: "string" },
    replay: { type: "string" },
    "replay-saga": { type: "string" },
  },
})
const DEFAULT_SEED = 1
/** Of one company, between two times of asking every promise. */
const MOST_AT_ONCE = 40
const MOST_RECOVERY_MS = 10_000
const MOST_NEEDING_PEOPLE = 0.001

const seed = numberOf("seed", flags.seed ?? String(DEFAULT_SEED))
process.exitCode = (await run()) ? 0 : 1

async function run(): Promise<boolean> {
  if (flags.replay !== undefined) return replay(numberOf("replay", flags.replay))
  if (flags["replay-saga"] !== undefined) return tellSaga(numberOf("replay-saga", flags["replay-saga"]))
  console.log(`Seed ${seed}: --seed ${seed} aims at the same places again, as far as processes allow.\n`)
  const orders = numberOf("orders", flags.orders)
  const seeds = numberOf("seeds", flags.seeds)
  const sales = numberOf("sales", flags.sales)
  const claims = [
    ...(orders > 0 ? judgeKills(await kill(orders), orders) : []),
    ...(seeds > 0 ? judgeSeeds("saga", await simulate("saga", seeds), seeds) : []),
    ...(sales > 0 ? judgeSeeds("sale", await simulate("sale", sales), sales) : []),
  ]
  return tell(claims)
}

async function kill(orders: number): Promise<KillRound> {
  const cluster = await startTestCluster()
  try {
    await prepareTemplate(cluster.superUrl)
    return await playKillRound({
      clusterUrl: cluster.superUrl,
      orders,
      seed,
      kills: numberOf("kills", flags.kills),
      minutes: numberOf("minutes", flags.minutes),
      companies: numberOf("companies", flags.companies),
      atOnce: MOST_AT_ONCE,
      together: numberOf("together", flags.together),
      tell: (words) => console.log(`  ${words}`),
    })
  } finally {
    await cluster.stop()
  }
}

function judgeKills({ plan, figures, violations, seconds }: KillRound, wanted: number): Claim[] {
  const blows = figures.flatMap((one) => one.blows)
  const sum = (count: (one: (typeof figures)[number]) => number) =>
    figures.reduce((total, one) => total + count(one), 0)
  const orders = sum((one) => one.orders)
  const needing = sum((one) => one.needingPeople)
  const least = [...plan.counts.values()].sort((first, second) => first.fallen - second.fallen)[0]
  const kills = numberOf("kills", flags.kills)
  const recovered = blows.map((blow) => blow.recoveredMs).sort((first, second) => first - second)
  const at = (part: number) =>
    recovered[Math.min(recovered.length - 1, Math.floor(recovered.length * part))] ?? 0
  const count = (how: string) => blows.filter(({ returned }) => returned === how).length
  for (const words of violations) console.log(`\nVIOLATION: ${words}`)
  return [
    judge(
      orders >= wanted,
      "orders sold while the worker died again and again",
      `${orders} of ${wanted}, in ${Math.round(seconds)} s`,
    ),
    judge(
      blows.length > 0,
      "blows, several at once for one process that dies or lives on",
      `${blows.length}, ${sum((one) => one.deaths)} deaths`,
    ),
    judge(
      (least?.fallen ?? 0) >= kills,
      `least blows of any kind at any of ${plan.counts.size} places`,
      `${least?.fallen ?? 0} of ${kills} (${least?.blow} at ${least?.place})`,
    ),
    ...returns.map((how) =>
      judge(count(how) > 0, `blows after which it came back as ${how}`, String(count(how))),
    ),
    judge(
      count("it lives on") > 0,
      "blows that cut the connection, and it lived on",
      String(count("it lives on")),
    ),
    judge(
      violations.length === 0,
      "broken promises, I1 to I14 and one of each for every order",
      String(violations.length),
    ),
    judge(needing <= orders * MOST_NEEDING_PEOPLE, "orders that needed a person", `${needing} of ${orders}`),
    judge(
      at(0.99) <= MOST_RECOVERY_MS,
      "taken up again after",
      `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`,
    ),
    {
      holds: undefined,
      words: "mails handed over twice under the same Message-ID, which SMTP can't help",
      figure: String(sum((one) => one.repeatedMails)),
    },
  ]
}

async function simulate(what: Simulated, seeds: number): Promise<SeedRound> {
  const shards = flags.shards === undefined ? undefined : numberOf("shards", flags.shards)
  return playSeedRound({ what, seeds, first: seed, shards, tell: (words) => console.log(`  ${words}`) })
}

function judgeSeeds(what: Simulated, { batches, seconds }: SeedRound, wanted: number): Claim[] {
  const sum = (count: (one: (typeof batches)[number]) => number) =>
    batches.reduce((total, one) => total + count(one), 0)
  const [seeds, needing] = [sum((one) => one.seeds), sum((one) => one.needingPeople)]
  const violations = batches.flatMap((one) => one.violations)
  for (const { seeds: culprits, words } of violations) {
    console.log(
      `\nVIOLATION: ${words}\n  Replay: npm run proof -- crash --replay${what === "saga" ? "-saga" : ""} ${culprits.join(",")}`,
    )
  }
  const twice = batches.filter((one) => one.isSameAgain !== undefined)
  return [
    judge(
      seeds >= wanted,
      `seeds of a ${what}, ${seed} to ${seed + wanted - 1}`,
      `${seeds} of ${wanted}, in ${Math.round(seconds)} s (${(seeds / seconds).toFixed(1)} a second)`,
    ),
    judge(
      true,
      "orders, turns and struck processes in them",
      `${sum((one) => one.orders)}, ${sum((one) => one.turns)}, ${sum((one) => one.faults)}`,
    ),
    judge(violations.length === 0, "broken promises in them", String(violations.length)),
    judge(needing === 0, "simulated orders that needed a person", `${needing}`),
    judge(
      twice.every((one) => one.isSameAgain),
      "seeds played twice that told another story",
      `${twice.filter((one) => !one.isSameAgain).length} of ${twice.length}`,
    ),
  ]
}

/** One seed, twice: before and after another one, so that what came before can't matter. */
async function replay(one: number): Promise<boolean> {
  const cluster = await startTestCluster()
  try {
    await prepareTemplate(cluster.superUrl)
    await using simulation = await openSaleSimulation(cluster.superUrl)
    const first = await simulation.play(one)
    await simulation.play(one + 1)
    const second = await simulation.play(one)
    console.log(`${JSON.stringify(first.plan, null, 2)}\n\n${first.story.join("\n")}\n`)
    const broken = await simulation.check().then(() => undefined, String)
    const claims = [
      judge(
        first.digest === second.digest,
        "two plays tell the same story",
        `${first.digest} and ${second.digest}`,
      ),
      judge(broken === undefined, "every promise holds", broken ?? "yes"),
    ]
    return tell(claims)
  } finally {
    await cluster.stop()
  }
}

async function tellSaga(one: number): Promise<boolean> {
  const cluster = await startTestCluster()
  try {
    await prepareTemplate(cluster.superUrl)
    const [first, second] = await replaySaga(cluster.superUrl, one)
    console.log(`${first?.story.join("\n")}\n`)
    const isSame = first?.digest === second?.digest
    const broken = first?.broken.join("; ") ?? ""
    const claims = [
      judge(isSame, "two plays tell the same story", `${first?.digest} and ${second?.digest}`),
      judge(broken === "", "one server, one activation, one mail", broken || "yes"),
    ]
    return tell(claims)
  } finally {
    await cluster.stop()
  }
}

function numberOf(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} must be a whole number; it is "${text}".`)
  return Number(text)
}
