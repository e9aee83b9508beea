import { monotonicMs } from "#kit/clock.ts"

/** Whose things are stale; undefined when news may have been missed: then everybody's are. */
export type PersonNews = { readonly tenant: string; readonly personId: string } | undefined

export interface ShortMemory<Value> {
  /** What was answered at most five seconds ago, or a fresh answer. */
  recall(tenant: string, key: string, ask: () => Promise<Value | undefined>): Promise<Value | undefined>
  forget(tenant: string, key: string): void
  forgetPerson(news: PersonNews): void
}

/** Counted from the question: whatever was ended after it works no longer than this, also when no news comes. */
export const REMEMBERED_MS = 5_000
const MOST_REMEMBERED = 10_000

interface Remembered<Value> {
  readonly tenant: string
  readonly value: Value
  readonly until: number
}

interface Question {
  readonly tenant: string
  readonly news: PersonNews[]
}

/** Who somebody is, for a moment: between two requests hardly anybody loses a right, and those who do are news. */
export function createShortMemory<Value extends { readonly personId: string }>(
  monotonic: () => number = monotonicMs,
): ShortMemory<Value> {
  const remembered = new Map<string, Remembered<Value>>()
  const questions = new Set<Question>()
  return {
    recall: async (tenant, key, ask) => {
      const place = `${tenant} ${key}`
      const askedAt = monotonic()
      const known = remembered.get(place)
      if (known && known.until > askedAt) return known.value
      remembered.delete(place)
      const question: Question = { tenant, news: [] }
      questions.add(question)
      try {
        const value = await ask()
        // News that came while we asked may be younger than the answer.
        if (value === undefined || question.news.some((news) => concerns(news, tenant, value))) return value
        if (remembered.size >= MOST_REMEMBERED) remembered.clear()
        remembered.set(place, { tenant, value, until: askedAt + REMEMBERED_MS })
        return value
      } finally {
        questions.delete(question)
      }
    },
    forget: (tenant, key) => {
      remembered.delete(`${tenant} ${key}`)
      for (const question of questions) if (question.tenant === tenant) question.news.push(undefined)
    },
    forgetPerson: (news) => {
      for (const question of questions) question.news.push(news)
      for (const [place, { tenant, value }] of remembered) {
        if (concerns(news, tenant, value)) remembered.delete(place)
      }
    },
  }
}

function concerns(news: PersonNews, tenant: string, { personId }: { readonly personId: string }): boolean {
  return news === undefined || (news.tenant === tenant && news.personId === personId)
}
