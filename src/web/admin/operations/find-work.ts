import type { PageServices } from "../../api-context.ts"
import { sayIn } from "../../i18n/say.ts"
import type { Progress } from "../../ui/progress.ts"
import { progressOf } from "./progress-of.ts"
import { words as stepWords } from "./step.words.ts"

/** The last of them are what goes on; the operation's own page has all. */
const MOST_STEPS = 8

export interface FoundWork {
  readonly id: string
  /** Parked until then. */
  readonly dueAt: string | null
  readonly progress: Progress
}

/** The newest work of a kind, about something where that is said: its steps in the reader's words. Null: none, or not for them. */
export async function findWork(
  { api, me, language }: PageServices,
  wanted: { readonly name: string; readonly subject?: string },
): Promise<FoundWork | null> {
  if (!me.permissions.includes("operations.read")) return null
  const [newest] = (await api.operations.list({ ...wanted, limit: 1 })).items
  if (!newest) return null
  const operation = await api.operations.get({ id: newest.id })
  const { id, dueAt, steps } = operation
  const say = sayIn(stepWords, language)
  return { id, dueAt, progress: progressOf({ ...operation, steps: steps.slice(-MOST_STEPS) }, say) }
}
