import { type Cell, runFaultCampaign } from "#app/testing/fault-campaign.ts"
import { faultShapes, nameTarget } from "#app/testing/fault-trial.ts"
import { monotonicMs } from "#kit/clock.ts"
import type { Claim } from "./claim.ts"
import type { ProofGround } from "./proof-ground.ts"

const LANES = 3
const MOST_SHOWN = 12

/** F2: every call of a sale, a refund, a termination and a night × every fault. */
export async function proveCalls(ground: ProofGround, times: number, call?: string): Promise<Claim[]> {
  const beganMs = monotonicMs()
  let done = 0
  const cells = await runFaultCampaign({
    ...ground,
    times,
    isForGoodToo: true,
    lanes: LANES,
    ...(call === undefined ? {} : { isWanted: (target) => target.call === call }),
    onCell: (cell) => {
      done += 1
      const words = cell.wrong.length === 0 ? "ok" : cell.wrong.join("; ").slice(0, 400)
      console.log(`${String(done).padStart(4)}  ${nameTarget(cell.target)} ${cell.fault}: ${words}`)
    },
  })
  printTable(cells)
  const wrong = cells.flatMap((cell) => cell.wrong)
  for (const words of wrong.slice(0, MOST_SHOWN)) console.log(`  ${words}`)
  const kinds = new Set(cells.map(({ target }) => nameTarget(target)))
  const tried = cells.filter(({ strikes }) => strikes > 0)
  const trials = sum(cells, (cell) => cell.trials)
  const strikes = sum(cells, (cell) => cell.strikes)
  const minutes = ((monotonicMs() - beganMs) / 60_000).toFixed(1)
  return [
    {
      holds: cells.length > 0 && tried.length === cells.length,
      words: `F2: each of the ${kinds.size} kinds of calls in the operations list was struck by each of ${faultShapes.length} faults (${tried.length} of ${cells.length} pairs)`,
    },
    {
      holds: wrong.length === 0,
      words: `F2: ${trials} whole journeys with ${strikes} spoilt calls: ${wrong.length} violations, none doubled, none orphaned (${minutes} min)`,
    },
    {
      holds: wrong.length === 0,
      words: `F2: for good: ${sum(cells, (cell) => cell.people)} of ${cells.length} waited for a person and went on when set going; the others found their way alone`,
    },
  ]
}

function printTable(cells: readonly Cell[]): void {
  const kinds = [...new Set(cells.map(({ target }) => nameTarget(target)))]
  const width = Math.max(...kinds.map((kind) => kind.length))
  const short = faultShapes.map((fault) => fault.replace("_after_success", " (done)").replace("error_", ""))
  console.log(`\n${"call".padEnd(width)}  ${short.map((one) => one.padEnd(14)).join("")}`)
  for (const kind of kinds) {
    const marks = faultShapes.map((fault) => {
      const cell = cells.find((one) => one.fault === fault && nameTarget(one.target) === kind)
      if (!cell) return "-"
      return cell.wrong.length > 0
        ? `${cell.wrong.length} WRONG`
        : `ok ${cell.strikes}${cell.people > 0 ? " p" : ""}`
    })
    console.log(`${kind.padEnd(width)}  ${marks.map((mark) => mark.padEnd(14)).join("")}`)
  }
  console.log("ok n: calls spoilt, all well afterwards. p: for good, a person was asked.\n")
}

function sum(cells: readonly Cell[], figure: (cell: Cell) => number): number {
  return cells.reduce((total, cell) => total + figure(cell), 0)
}
