import { monotonicMs } from "#kit/clock.ts"
import type { Language } from "#kit/refusal.ts"
import type { Recall } from "../api/api-door.ts"

/** Answers that are the same for many, for some seconds or until a shop has news. */
export interface AnswerMemory {
  /** What was answered a moment ago, else what `ask` says now. Nobody may change it: others read it as well. */
  recall<Answer>(tenant: string, question: string, ask: () => Promise<Answer>): Promise<Answer>
  /** All of a shop's answers; without one, everybody's. */
  forget(tenant: string | undefined): void
}

/** Prices and texts change a few times a day, and news of that come at once; this is for news that got lost. */
const REMEMBERED_MS = 5_000
/** In each of the shops that this process serves. Made-up questions push others out. */
const MOST_REMEMBERED = 200
/** Longer ones are nobody's but a tester's. */
const LONGEST_QUESTION = 300

export function createAnswerMemory(monotonic: () => number = monotonicMs): AnswerMemory {
  const shops = new Map<string, Map<string, { readonly answer: unknown; readonly until: number }>>()
  let news = 0
  return {
    recall: async <Answer>(tenant: string, question: string, ask: () => Promise<Answer>): Promise<Answer> => {
      const known = shops.get(tenant)?.get(question)
      if (known && known.until > monotonic()) return known.answer as Answer
      const before = news
      const answer = await ask()
      // What changed while it was asked may be missing in it.
      if (before !== news || question.length > LONGEST_QUESTION) return answer
      const answers = shops.get(tenant) ?? new Map<string, { answer: unknown; until: number }>()
      shops.set(tenant, answers)
      answers.delete(question)
      const oldest = answers.keys().next().value
      if (answers.size >= MOST_REMEMBERED && oldest !== undefined) answers.delete(oldest)
      answers.set(question, { answer, until: monotonic() + REMEMBERED_MS })
      return answer
    },
    forget: (tenant) => {
      news += 1
      if (tenant === undefined) shops.clear()
      else shops.delete(tenant)
    },
  }
}

/** What a shop window shows: the same for everyone who reads the same language. shop-news.sql tells when it changes. */
const SHOWN: ReadonlySet<string> = new Set([
  "catalog.products.list",
  "catalog.products.get",
  "content.about.get",
  "content.guides.get",
  "content.guides.list",
  "content.legal.get",
  "content.news.get",
  "content.news.list",
])

/** For a visitor's pages. */
export function recallShown(
  answers: AnswerMemory,
  { tenant, language }: { readonly tenant: string; readonly language: Language },
): Recall {
  return ({ path, input }, ask) => {
    const name = path.join(".")
    if (!SHOWN.has(name)) return ask()
    return answers.recall(tenant, `${language} ${name} ${JSON.stringify(input ?? null)}`, ask)
  }
}
