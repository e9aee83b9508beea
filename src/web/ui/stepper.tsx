import type { ReactNode } from "react"
import { formatClock, formatInstant } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { dayIn } from "../i18n/zone.ts"
import { useRoot } from "../use-root.ts"
import { type Step, stepWords } from "./progress.ts"
import { words as progressWords } from "./progress.words.ts"
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

export interface StepperProps {
  readonly steps: readonly Step[]
  readonly label: string
  /** Under a step, for whoever looks closer. */
  readonly detail?: ((step: number) => ReactNode) | undefined
}

/** Named steps of long work, each with its state in words: colour alone says nothing. */
export function Stepper({ steps, label, detail }: StepperProps) {
  return (
    <ol aria-label={label} className="space-y-3">
      {steps.map((step, index) => (
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
          <div className="min-w-0 grow">
            <p>
              <span className={step.state === "planned" ? "text-muted" : "font-medium"}>{step.name}</span>
              <StepFacts step={step} />
            </p>
            {detail?.(index)}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** What became of it, since when, and how often it was tried where once was not enough. */
function StepFacts({ step: { state, startedAt, endedAt, attempts } }: { step: Step }) {
  const say = useWords(words)
  const progress = useWords(progressWords)
  const at = endedAt ?? startedAt
  return (
    <span className="text-muted block text-sm">
      {say(stepWords[state])}
      {at ? (
        <>
          {" · "}
          <StepTime at={at} />
        </>
      ) : null}
      {attempts > 1 ? ` · ${progress("tries", { count: attempts })}` : null}
    </span>
  )
}

/** Of today's work only the clock's time is read; of older work its day first. */
function StepTime({ at }: { at: string }) {
  const language = useLanguage()
  const root = useRoot()
  const zone = root?.zone ?? "UTC"
  const isToday = root !== undefined && dayIn(root.zone, at) === dayIn(root.zone, root.now)
  return (
    <time dateTime={at} className="tabular-nums whitespace-nowrap">
      {isToday ? formatClock(at, language, zone) : formatInstant(at, language, zone)}
    </time>
  )
}
