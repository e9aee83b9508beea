import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextareaField } from "../../ui/field.tsx"
import { endStates } from "../../ui/progress.ts"
import { TourStop } from "../../ui/tour-stop.tsx"
import type { Operation } from "./operation.ts"
import { sayStep } from "./say-step.ts"
import { words as stepWords } from "./step.words.ts"
import { words } from "./words.ts"

export interface OperationFormProps {
  readonly operation: Operation
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** What can be done about it: in the demo, the tour's stop for repairing. */
export function OperationActions(props: OperationFormProps) {
  return (
    <TourStop name="repair">
      <Buttons {...props} />
    </TourStop>
  )
}

/** The buttons that the operation's own state allows; each says what it will do before it does it. */
function Buttons({ operation, formKey, answer }: OperationFormProps) {
  const say = useWords(words)
  const step = useWords(stepWords)
  const { can } = operation
  if (!can.retry && !can.undo && !can.close) {
    const none = endStates.has(operation.state) ? "noActions" : "noActionsYet"
    return <p className="text-muted text-sm">{say(none)}</p>
  }
  return (
    <Card title={say("actions")}>
      <div className="flex flex-wrap gap-2">
        {can.retry ? (
          <ConfirmDialog
            look="primary"
            label={say("retry")}
            title={say("retryTitle", { step: sayStep(step, operation.currentStep ?? operation.name) })}
            consequence={say("retryWhat")}
            intent="retry"
            {...{ formKey, answer }}
          />
        ) : null}
        {can.undo ? (
          <ConfirmDialog
            look="danger"
            label={say("undo")}
            title={say("undoTitle")}
            consequence={say("undoWhat")}
            intent="undo"
            {...{ formKey, answer }}
          >
            <Reason />
          </ConfirmDialog>
        ) : null}
        {can.close ? (
          <ConfirmDialog
            label={say("close")}
            title={say("closeTitle")}
            consequence={say("closeWhat")}
            intent="close"
            {...{ formKey, answer }}
          >
            <Reason />
          </ConfirmDialog>
        ) : null}
      </div>
    </Card>
  )
}

function Reason() {
  const say = useWords(words)
  return (
    <TextareaField name="reason" label={say("reason")} help={say("reasonHelp")} required maxLength={500} />
  )
}
