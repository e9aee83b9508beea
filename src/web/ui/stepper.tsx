import { formatClock } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { useTimeZone } from "../use-root.ts"
import { type Step, stepWords } from "./progress.ts"
import { words } from "./words.ts"

const marks: Record<Step["state"], string> = {
  planned: "border-line-strong text-muted",
  running: "border-accent bg-accent-soft text-accent",
  waiting: "border-accent bg-accent-soft text-accent",
  done: "border-good bg-good-soft text-good",
  failed: "border-bad bg-bad-soft text-bad",
  undone: "border-line-strong text-muted",
}

const signs: Record<Step["state"], string> = {
  planned: "",
  running: "…",
  waiting: "…",
  done: "✓",
  failed: "!",
  undone: "↩",
}

/** Named steps of long work, each with its state in words: colour alone says nothing. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  return (
    <ol aria-label={label} className="space-y-3">
      {steps.map((step) => (
        <li
          key={step.name}
          className="flex items-start gap-3"
          aria-current={step.state === "running" || step.state === "waiting" ? "step" : undefined}
        >
          <span
            aria-hidden="true"
            className={`mt-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-full border text-sm ${marks[step.state]}`}
          >
            {signs[step.state]}
          </span>
          <span className="min-w-0 grow">
            <span className={step.state === "planned" ? "text-muted" : "font-medium"}>{step.name}</span>
            <span className="text-muted block text-sm">
              {say(stepWords[step.state])}
              {step.endedAt ? ` · ${formatClock(step.endedAt, language, timeZone)}` : null}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
