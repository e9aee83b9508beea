import { useWords } from "../i18n/use-words.ts"
import { words } from "./parts.words.ts"

/** The shape of what is about to come, so that nothing jumps when it does. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const say = useWords(words)
  return (
    <div role="status" className="animate-pulse space-y-3">
      <span className="sr-only">{say("loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div
          key={line}
          aria-hidden="true"
          className={`bg-raised h-4 rounded-full ${line === lines - 1 ? "w-1/2" : "w-full"}`}
        />
      ))}
    </div>
  )
}
