import { useWords } from "../i18n/use-words.ts"
import type { Progress } from "./progress.ts"
import { words } from "./progress.words.ts"
import { ProgressBar } from "./progress-bar.tsx"

/** How many of how many, where the work is one thing after the other. */
export function ProgressCounts({ done, failed, total }: NonNullable<Progress["counts"]>) {
  const say = useWords(words)
  const value = total === 0 ? 100 : ((done + failed) / total) * 100
  return <ProgressBar label={say("countsDone", { done, failed, total })} value={value} />
}
