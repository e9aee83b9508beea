import { createSeededRandom, type SeededRandom } from "#kit/work/seeded-random.ts"
import {
  type FaultShape,
  type FaultTrial,
  faultShapes,
  nameTarget,
  openFaultTrial,
  type Target,
  type TrialWish,
} from "./fault-trial.ts"

export interface CampaignOptions {
  readonly clusterUrl: string
  readonly seed: number
  /** Trials of each call and fault; they strike once, twice and thrice in a row by turns. */
  readonly times: number
  /** Besides, each fault once for good, until a person was asked and has set it going again. */
  readonly isForGoodToo: boolean
  /** Companies side by side. Default 1. */
  readonly lanes?: number
  readonly faults?: readonly FaultShape[]
  readonly isWanted?: (target: Target) => boolean
  readonly onCell?: (cell: Cell) => void
}

/** One kind of call under one fault. */
export interface Cell {
  readonly target: Target
  readonly fault: FaultShape
  trials: number
  strikes: number
  /** Trials for good that ended before a person; the others went on by themselves. */
  people: number
  readonly wrong: string[]
}

/** Enough to share the time of opening one; few enough that its books stay quick to look through. */
const TRIALS_PER_COMPANY = 60

/**
 * Spoils every call that a company makes in every way, one after the other. Calls that show themselves only while
 * others are spoilt are spoilt as well, so what is tried is what the operations list knows and not a list of ours.
 */
export async function runFaultCampaign(options: CampaignOptions): Promise<Cell[]> {
  const campaign: Campaign = {
    ...options,
    random: createSeededRandom(options.seed),
    known: new Map(),
    waiting: [],
    cells: [],
    born: 0,
  }
  {
    await using first = await openFaultTrial(options)
    for (const target of await first.survey()) addTarget(campaign, target)
  }
  await Promise.all(Array.from({ length: options.lanes ?? 1 }, () => runLane(campaign)))
  return campaign.cells
}

interface Campaign extends CampaignOptions {
  readonly random: SeededRandom
  readonly known: Map<string, Target>
  readonly waiting: Cell[]
  readonly cells: Cell[]
  born: number
}

function addTarget(campaign: Campaign, target: Target): void {
  if (campaign.known.has(nameTarget(target))) return
  campaign.known.set(nameTarget(target), target)
  if (campaign.isWanted?.(target) === false) return
  for (const fault of campaign.faults ?? faultShapes) {
    const cell = { target, fault, trials: 0, strikes: 0, people: 0, wrong: [] }
    campaign.cells.push(cell)
    campaign.waiting.push(cell)
  }
}

async function runLane(campaign: Campaign): Promise<void> {
  while (campaign.waiting.length > 0) {
    campaign.born += 1
    const { clusterUrl, seed, born } = campaign
    await using trial = await openFaultTrial({
      clusterUrl,
      seed: seed + born,
      known: [...campaign.known.values()],
    })
    await runCells(campaign, trial)
  }
}

async function runCells(campaign: Campaign, trial: FaultTrial): Promise<void> {
  for (let trials = 0; trials < TRIALS_PER_COMPANY; ) {
    const [cell] = campaign.waiting.splice(campaign.random.below(campaign.waiting.length), 1)
    if (!cell) return
    for (const hits of listHits(campaign)) {
      const { wrong, strikes, people } = await trial.play({ ...cell, hits })
      trials += 1
      cell.trials += 1
      cell.strikes += strikes
      cell.people += Math.sign(people)
      cell.wrong.push(...wrong)
    }
    cell.wrong.push(...(await trial.checkPromises()))
    for (const target of trial.takeNewTargets()) addTarget(campaign, target)
    campaign.onCell?.(cell)
    // What went wrong must not be found again in the next cell.
    if (cell.wrong.length > 0) return
  }
}

function listHits({ times, isForGoodToo }: Campaign): TrialWish["hits"][] {
  const some = Array.from({ length: times }, (_, turn) => 1 + (turn % 3))
  return isForGoodToo ? [...some, "for good"] : some
}
