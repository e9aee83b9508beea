import { addFault, clearFaults } from "#sandbox/stand-in-faults.ts"
import { type Buyer, COUPON } from "./buy.ts"
import type { Stage } from "./stage.ts"

/** Held orders, and what the night left broken: a person looks at both in the morning. */
export async function lookAfterShop(stage: Stage, day: number): Promise<void> {
  const decided = await decideOrders(stage, day)
  const repaired = await repair(stage)
  if (decided + repaired > 0) await stage.player.settle({ within: { minutes: 10 } })
}

/** On every so many days held orders are turned down; their money goes back. */
const TURNED_DOWN_EVERY = 4

async function decideOrders({ operator }: Stage, day: number): Promise<number> {
  const { items } = await operator.orders.list({ state: "awaiting_approval", limit: 20 })
  for (const { id, can } of items) {
    if (day % TURNED_DOWN_EVERY === 0 && can.reject) {
      await operator.orders.reject({ id, reason: "Demo: we have no such disk left this month." })
    } else if (can.approve) await operator.orders.approve({ id })
  }
  return items.length
}

async function repair({ operator }: Stage): Promise<number> {
  const { items } = await operator.operations.list({ state: ["stuck"], limit: 20 })
  for (const { id, can } of items) if (can.retry) await operator.operations.retry({ id })
  return items.length
}

/** The panel has no room for whoever buys while this lasts; what they bought waits for a person. */
export async function fillPanel({ ground, clock }: Stage): Promise<void> {
  const noRoom = { call: "servers.create.dry-run", fault: "full", remaining: null, delayMs: 0 }
  await addFault(ground.database, "virtfusion", noRoom, clock.now())
}

export async function makeRoom({ ground }: Stage): Promise<void> {
  await clearFaults(ground.database, "virtfusion")
}

export async function offerCoupon({ operator }: Stage): Promise<void> {
  await operator.catalog.coupons.create({
    code: COUPON,
    name: "Demo: 10 % off for newcomers",
    isOn: true,
    startsOn: null,
    endsOn: null,
    mostUses: 100,
    mostPerCustomer: 1,
    kind: "percent",
    percent: 10,
    amounts: {},
    periods: 3,
    isExclusive: false,
    planIds: [],
    cycles: [],
    currencies: [],
    countries: [],
    isForNewCustomers: true,
  })
}

const notices = [
  {
    kind: "news",
    importance: "normal",
    title: { en: "Frankfurt is open (demo)", ko: "프랑크푸르트 데이터센터 오픈 (데모)" },
    text: {
      en: "Servers can now be built in Frankfurt as well. Yours stay where they are.",
      ko: "이제 프랑크푸르트에서도 서버를 만들 수 있습니다. 기존 서버는 그대로 유지됩니다.",
    },
  },
  {
    kind: "maintenance",
    importance: "important",
    title: {
      en: "Maintenance in Seoul, Sunday night (demo)",
      ko: "서울 데이터센터 점검 안내: 일요일 밤 (데모)",
    },
    text: {
      en: "Network equipment is replaced between 02:00 and 04:00. Expect a few short interruptions.",
      ko: "02:00~04:00에 네트워크 장비를 교체합니다. 짧은 끊김이 몇 차례 있을 수 있습니다.",
    },
  },
] as const

export async function publishNotice({ operator }: Stage, which: 0 | 1): Promise<void> {
  const { text, ...notice } = notices[which]
  const paragraph = (words: string) => [{ kind: "paragraph" as const, spans: [{ text: words }] }]
  const { id } = await operator.notices.create({
    ...notice,
    body: { en: paragraph(text.en), ko: paragraph(text.ko) },
    audience: { accountKinds: [], countries: [], tagIds: [], needsService: false },
    expiresAt: null,
  })
  await operator.notices.publish({ id })
}

/** Tags and notes, as a shop has them after a while. */
export async function writeDown({ operator }: Stage, buyers: readonly Buyer[]): Promise<void> {
  const regular = await operator.customers.tags.create({ name: "Demo: regular", color: "green" })
  const watched = await operator.customers.tags.create({ name: "Demo: pays late", color: "yellow" })
  const pick = (every: number, from: number) =>
    buyers.filter(({ newcomer }) => newcomer.number % every === from).map(({ accountId }) => accountId)
  const [often, late] = [pick(4, 1), pick(5, 2)]
  const give = (id: string, accountIds: string[]) =>
    operator.customers.tags.apply({ id, accountIds, isGiven: true })
  if (often.length > 0) await give(regular.id, often)
  if (late.length > 0) await give(watched.id, late)
  for (const id of late.slice(0, 5)) {
    await operator.customers.notes.add({ id, text: "Demo note: asked by phone to be reminded a day later." })
  }
}
