import { demoPeople } from "../demo-tenant.ts"
import type { Buyer } from "./buy.ts"
import type { Stage } from "./stage.ts"

/** Papers of the last days: an offer that waits for an answer for each of the two people sign in as, and a draft. */
export async function writeQuotes(stage: Stage, buyers: readonly Buyer[]): Promise<void> {
  const { operator, clock } = stage
  const validUntil = clock.now().toZonedDateTimeISO("UTC").add({ days: 30 }).toPlainDate().toString()
  for (const { email, currency, lines, note } of offers) {
    const accountId = buyers.find(({ newcomer }) => newcomer.email === email)?.accountId
    if (!accountId) continue
    const priced = lines.map(({ words, quantity, minor }) => ({ words, quantity, unit: { minor, currency } }))
    const { id } = await operator.paperwork.quotes.create({
      accountId,
      currency,
      lines: priced,
      validUntil,
      note,
    })
    await operator.paperwork.quotes.send({ id })
    await operator.paperwork.drafts.create({ accountId, currency, lines: priced.slice(0, 1) })
  }
}

const offers = [
  {
    email: demoPeople.english.email,
    currency: "USD",
    note: "Demo: the move is done outside your business hours.",
    lines: [
      { words: "Demo: moving in from your present host", quantity: 1, minor: "12000" },
      { words: "Demo: an hour of an engineer", quantity: 2, minor: "6000" },
    ],
  },
  {
    email: demoPeople.korean.email,
    currency: "KRW",
    note: "데모: 영업시간 외에 진행합니다.",
    lines: [
      { words: "데모: 서버 이전 작업", quantity: 1, minor: "150000" },
      { words: "데모: 야간 작업(시간)", quantity: 2, minor: "33000" },
    ],
  },
] as const
