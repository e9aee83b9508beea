import { useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import type { Connection } from "../../ui/open-stream.ts"
import { endStates } from "../../ui/progress.ts"
import { ProgressNow } from "../../ui/progress-now.tsx"
import { Moment } from "../../ui/texts.tsx"
import type { OperationCall, OperationStep } from "./operation.ts"
import type { OperationFormProps } from "./operation-actions.tsx"
import { PlainData } from "./plain-data.tsx"
import { progressOf } from "./progress-of.ts"
import { sayStep } from "./say-step.ts"
import { words as stepWords } from "./step.words.ts"
import { words } from "./words.ts"

export interface OperationStepsProps extends OperationFormProps {
  readonly connection: Connection
}

/** Its steps as all long work is shown, and under each what staff look for: errors, results, calls, and the way on. */
export function OperationSteps({ operation, formKey, answer, connection }: OperationStepsProps) {
  const say = useWords(words)
  const step = useWords(stepWords)
  const { steps, currentStep, state, dueAt } = operation
  // Why it stands where it stands is said at the top of the page.
  const now = currentStep && !endStates.has(state) ? `${say("step")}: ${sayStep(step, currentStep)}` : null
  return (
    <Card title={say("steps")}>
      {steps.length === 0 ? <p className="text-muted text-sm">{say("noSteps")}</p> : null}
      <ProgressNow
        progress={{ ...progressOf(operation, step), words: now }}
        label={say("steps")}
        {...{ connection, dueAt }}
        detail={(index) => <StepDetail step={steps[index]} {...{ operation, formKey, answer }} />}
      />
    </Card>
  )
}

function StepDetail({
  step: one,
  operation,
  formKey,
  answer,
}: OperationFormProps & { readonly step: OperationStep | undefined }) {
  const say = useWords(words)
  const step = useWords(stepWords)
  if (!one) return null
  return (
    <div className="space-y-2 pt-1">
      {one.error ? (
        <StepError
          error={one.error}
          says={one.error === operation.why ? operation.trouble?.says : undefined}
        />
      ) : null}
      <StepDetails step={one} />
      {operation.can.resume && one.canResume ? (
        <ConfirmDialog
          label={say("resume")}
          title={say("resumeTitle", { step: sayStep(step, one.name) })}
          consequence={say("resumeWhat")}
          intent={`resume:${one.name}`}
          {...{ formKey, answer }}
        />
      ) : null}
    </div>
  )
}

/** What it means in the reader's language, and below it the words as they were spoken. */
function StepError({ error, says }: { error: string; says: string | undefined }) {
  const say = useWords(words)
  return (
    <div className="text-sm">
      {says ? <p className="text-bad">{says}</p> : null}
      <p className="text-muted wrap-anywhere">
        <span className="font-medium">{say("exactWords")}:</span> {error}
      </p>
    </div>
  )
}

function StepDetails({ step }: { step: OperationStep }) {
  const say = useWords(words)
  const hasOutput = step.output !== null && step.output !== undefined
  return (
    <div className="space-y-1 text-sm">
      {hasOutput ? (
        <details>
          <summary className="text-accent w-fit py-1 underline">{say("output")}</summary>
          <PlainData value={step.output} />
        </details>
      ) : null}
      {step.calls.length > 0 ? (
        <details>
          <summary className="text-accent w-fit py-1 underline">
            {say("calls", { count: step.calls.length })}
          </summary>
          <ul className="space-y-3 pt-2">
            {step.calls.map((call) => (
              <Call key={call.id} call={call} />
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}

function Call({ call }: { call: OperationCall }) {
  const say = useWords(words)
  const isGood = call.status !== null && call.status < 400
  return (
    <li className="border-line rounded-box space-y-2 border p-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-mono text-xs break-all">
          {call.method} {call.host}
          {call.path}
        </span>
        <Badge tone={isGood ? "good" : "bad"}>{call.status ?? say("noAnswer")}</Badge>
        <span className="text-muted">{call.outcome}</span>
        <span className="text-muted ms-auto">
          {say("attemptNo", { count: call.attempt })} · {say("milliseconds", { count: call.durationMs })} ·{" "}
          <Moment at={call.at} />
        </span>
      </p>
      {call.request ? (
        <div>
          <p className="text-muted">{say("request")}</p>
          <PlainData value={call.request} />
        </div>
      ) : null}
      {call.answer ? (
        <div>
          <p className="text-muted">{say("answer")}</p>
          <PlainData value={call.answer} />
        </div>
      ) : null}
    </li>
  )
}
