import { createSeededRandom, type SeededRandom } from "#kit/work/seeded-random.ts"
import { demoPeople } from "../demo-tenant.ts"
import { type DemoBuyer, inventBuyer } from "./people.ts"

/** What the demo company lived through before it is first seen. Pure: the same seed, the same past. */
export interface PastPlan {
  readonly days: number
  readonly newcomers: readonly Newcomer[]
  /** Buys in the very last hour, when the panel has no room: what waits for a person is there to be tried. */
  readonly unlucky: Newcomer
}

export interface Newcomer extends DemoBuyer {
  readonly number: number
  /** 0 is the first day. */
  readonly day: number
  /** Has an account since the shop opened: whoever tries the demo signs in as them. */
  readonly isKnown?: boolean
  /** Absent: looked around and left an account behind. */
  readonly purchase: Purchase | undefined
}

export interface Purchase {
  readonly product: "vps" | "storage-vps"
  readonly plan: string
  readonly cycle: "monthly" | "quarterly" | "annual"
  readonly hostname: string
  /** So many servers alike, each with an agreement of its own. */
  readonly servers: number
  readonly payment: "approved" | "challenge" | "no-money-first" | "stolen" | "walks-away"
  /** The card that is left with the shop, to be charged from then on. */
  readonly keeps: "approved" | "no-money-once" | "lost" | undefined
  readonly hasCoupon: boolean
  /** What comes of it afterwards, so many days later. */
  readonly later: Later | undefined
}

export interface Later {
  readonly afterDays: number
  readonly act: "refund" | "cancel" | "extend" | "upgrade" | "credit"
}

export interface PastSize {
  readonly seed: number
  readonly days: number
  readonly newcomers: number
}

/** As much as a first start can take its time for: a sale is some three hundred statements, a renewal half of that. */
const USUAL: PastSize = { seed: 20_270_951, days: 540, newcomers: 300 }
/** How many of those who look around buy something: more and more of them, as a shop becomes known. */
const BUYERS_PART = { longAgo: 0.12, today: 0.55, risesForDays: 90 }
const RECENT_DAYS = 30

export function planPast({ seed, days, newcomers: most }: PastSize = USUAL): PastPlan {
  const random = createSeededRandom(seed)
  let buyers = 0
  const newcomers = Array.from({ length: most }, (_, index) => index + 1).map((number): Newcomer => {
    const buyer = inventBuyer(random, number)
    // Business grows a little: the earlier days get fewer.
    const day = lastLively(Math.min(days - 1, Math.floor(days * (number / most) ** GROWTH)), days)
    if (!random.happens(buyersPart(day, days))) return { ...buyer, number, day, purchase: undefined }
    buyers += 1
    const turn = { label: buyer.label, turn: buyers, days }
    return { ...buyer, number, day, purchase: planPurchase(random, turn) }
  })
  newcomers.push(...planKnown(most + 2, days))
  const last = inventBuyer(random, most + 1)
  const unlucky = { ...last, number: most + 1, day: days - 1, purchase: plainPurchase(last.label) }
  if (days > DAYS_TO_SUSPENSION) newcomers.push(planForgetful(inventBuyer(random, most + 6), most + 6, days))
  return { days, newcomers, unlucky }
}

/** Lets a month's server run on without paying for it: in the end it has just been suspended. */
function planForgetful(buyer: DemoBuyer, number: number, days: number): Newcomer {
  const purchase = { ...plainPurchase(buyer.label), keeps: undefined }
  return { ...buyer, number, day: days - DAYS_TO_SUSPENSION, purchase }
}

/** A month, and ten days in which nobody paid. */
const DAYS_TO_SUSPENSION = 41

const GROWTH = 0.6

function buyersPart(day: number, days: number): number {
  const { longAgo, today, risesForDays } = BUYERS_PART
  const risen = Math.max(0, 1 - (days - day) / risesForDays)
  // A past of a few days has no long ago.
  return days < risesForDays ? longAgo : longAgo + (today - longAgo) * risen
}

/** Lately something is going on each day, before that on some of a week; what would be on another was on the one before. */
const LIVELY = [0, 3]

export function isLively(day: number, days: number): boolean {
  return LIVELY.includes(day % 7) || isRecent(day, days)
}

function lastLively(day: number, days: number): number {
  return isLively(day, days) ? day : lastLively(day - 1, days)
}

/** A past of a few days has no long ago. */
function isRecent(day: number, days: number): boolean {
  return day >= Math.max(RECENT_DAYS, days - RECENT_DAYS)
}

/**
 * The two whom people sign in as. In the end one of them has a request to pay lying about, the other one a card that
 * pays by itself.
 */
function planKnown(firstNumber: number, days: number): Newcomer[] {
  const { english, korean } = demoPeople
  const asked = Math.max(0, days - DAYS_TO_REQUEST)
  return [
    {
      ...knownPerson(english, firstNumber),
      language: "en",
      country: "DE",
      day: asked,
      purchase: { ...plainPurchase("web-en"), keeps: undefined },
    },
    {
      ...knownPerson(korean, firstNumber + 1),
      language: "ko",
      country: "KR",
      day: Math.min(days - 1, 2),
      purchase: plainPurchase("web-ko"),
    },
  ]
}

/** A month's server is asked for a week before its end; on the day after this it has just been. */
const DAYS_TO_REQUEST = 24

function knownPerson({ name, email }: { readonly name: string; readonly email: string }, number: number) {
  return { name, email, number, label: `web-${number}`, company: undefined, isKnown: true }
}

/** The smallest server by the month, paid at once with a card that is kept. */
export function plainPurchase(label: string): Purchase {
  return {
    product: "vps",
    plan: "vps-start",
    cycle: "monthly",
    hostname: `${label}.demo.example`,
    servers: 1,
    payment: "approved",
    keeps: "approved",
    hasCoupon: false,
    later: undefined,
  }
}

interface Turn {
  readonly label: string
  readonly turn: number
  readonly days: number
}

function planPurchase(random: SeededRandom, { label, turn, days }: Turn): Purchase {
  const product = random.happens(0.1) ? "storage-vps" : "vps"
  const payment = pickBy(random, [
    ["approved", 0.8],
    ["challenge", 0.07],
    ["no-money-first", 0.06],
    ["walks-away", 0.05],
    ["stolen", 0.02],
  ] as const)
  const keeps = payment !== "approved" || !random.happens(0.5)
  return {
    product,
    plan:
      product === "vps"
        ? pickBy(random, [
            ["vps-start", 0.5],
            ["vps-grow", 0.35],
            ["vps-power", 0.15],
          ] as const)
        : "storage-1t",
    cycle: pickBy(random, [
      ["monthly", 0.25],
      ["quarterly", 0.35],
      ["annual", 0.4],
    ] as const),
    hostname: `${label}.demo.example`,
    servers: pickBy(random, serverCounts),
    payment,
    keeps: keeps
      ? undefined
      : pickBy(random, [
          ["approved", 0.8],
          ["no-money-once", 0.12],
          ["lost", 0.08],
        ] as const),
    hasCoupon: random.happens(0.15),
    later: payment === "approved" ? planLater(random, turn, days) : undefined,
  }
}

/** In turn, so that even a small past has each of them. */
const acts = ["upgrade", undefined, "cancel", "refund", undefined, "extend", "credit", undefined] as const

function planLater(random: SeededRandom, turn: number, days: number): Later | undefined {
  const act = acts[turn % acts.length]
  // The law gives seven days to think it over.
  return (
    act && { act, afterDays: 1 + random.below(act === "refund" ? 4 : Math.max(12, Math.floor(days / 4))) }
  )
}

const serverCounts = [
  [1, 0.65],
  [2, 0.2],
  [4, 0.15],
] as const

function pickBy<Choice extends string | number>(
  random: SeededRandom,
  weighted: readonly (readonly [Choice, number])[],
): Choice {
  let left = random.next()
  for (const [choice, weight] of weighted) {
    left -= weight
    if (left < 0) return choice
  }
  return weighted[0]?.[0] as Choice
}
