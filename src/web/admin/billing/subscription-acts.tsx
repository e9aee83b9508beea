import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { words as billingWords } from "../../ui/billing.words.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { DateField } from "../../ui/date-field.tsx"
import { TextareaField, TextField } from "../../ui/field.tsx"
import type { Method } from "../../ui/method-facts.tsx"
import { PauseUntilField } from "../../ui/pause-until-field.tsx"
import { words } from "../../ui/subscription.words.ts"
import type { SubscriptionView } from "../../ui/subscription-facts.tsx"
import { useRoot } from "../../use-root.ts"
import { SubscriptionEdit } from "./subscription-edit.tsx"
import { words as adminWords } from "./words.ts"

export interface SubscriptionActsProps {
  readonly subscription: SubscriptionView
  /** Those of its customer that can be charged; null where how it is paid is not to be chosen. */
  readonly methods: readonly Method[] | null
  readonly today: string
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** What may be done to it now, by whoever reads this; each says what will happen before it does. */
export function SubscriptionActs(props: SubscriptionActsProps) {
  const { can } = props.subscription
  const permissions = useRoot()?.me.permissions ?? []
  const mayManage = permissions.includes("billing.subscriptions.manage")
  const mayCancel = permissions.includes("billing.subscriptions.cancel")
  const acts = [
    mayManage ? <SubscriptionEdit key="edit" {...props} /> : null,
    can.quantity && permissions.includes("billing.subscriptions.extend") ? (
      <QuantityLink key="quantity" id={props.subscription.id} />
    ) : null,
    can.grace && mayManage ? <Grace key="grace" {...props} /> : null,
    can.suspend && mayManage ? <Suspend key="suspend" {...props} /> : null,
    can.grant && mayManage ? <Grant key="grant" {...props} /> : null,
    can.free && mayManage ? <Free key="free" {...props} /> : null,
    can.pause && mayCancel ? <Pause key="pause" {...props} /> : null,
    can.resume && mayCancel ? <Resume key="resume" {...props} /> : null,
    can.keep && mayCancel ? <Keep key="keep" {...props} /> : null,
    can.cancel && mayCancel ? <Cancel key="cancel" {...props} /> : null,
    can.delete && mayManage ? <Delete key="delete" {...props} /> : null,
    can.restore && mayManage ? <Restore key="restore" {...props} /> : null,
  ].filter((act) => act !== null)
  return acts.length > 0 ? <div className="flex flex-wrap gap-2">{acts}</div> : null
}

function QuantityLink({ id }: { id: string }) {
  const say = useWords(words)
  return (
    <ButtonLink look="secondary" to={`/admin/subscriptions/${id}/quantity`}>
      {say("changeQuantity")}
    </ButtonLink>
  )
}

function Grace({ subscription, today, formKey, answer }: SubscriptionActsProps) {
  const say = useWords(adminWords)
  return (
    <ConfirmDialog
      look="primary"
      label={say(subscription.state === "suspended" ? "resume" : "wait")}
      title={say("graceTitle")}
      consequence={say("graceWhat")}
      intent="grace"
      formKey={`${formKey}:grace`}
      answer={answer}
    >
      <DateField name="until" label={say("graceUntil")} min={today} required />
      <Reason />
    </ConfirmDialog>
  )
}

function Suspend({ formKey, answer }: SubscriptionActsProps) {
  const say = useWords(adminWords)
  return (
    <ConfirmDialog
      look="danger"
      label={say("suspend")}
      title={say("suspendTitle")}
      consequence={say("suspendWhat")}
      intent="suspend"
      formKey={`${formKey}:suspend`}
      answer={answer}
    >
      <Reason />
    </ConfirmDialog>
  )
}

function Grant({ subscription, formKey, answer }: SubscriptionActsProps) {
  const say = useWords(adminWords)
  const sayTerm = useWords(billingWords)
  return (
    <ConfirmDialog
      label={say("grant")}
      title={say("grantTitle")}
      consequence={say("grantWhat")}
      intent="grant"
      formKey={`${formKey}:grant`}
      answer={answer}
    >
      <TextField
        name="cycles"
        label={say("grantCycles")}
        help={sayTerm("term", { cycle: subscription.cycle })}
        type="number"
        min={1}
        max={12}
        defaultValue="1"
        required
      />
      <Reason />
    </ConfirmDialog>
  )
}

function Free({ subscription: { freeUntil }, today, formKey, answer }: SubscriptionActsProps) {
  const say = useWords(adminWords)
  return (
    <ConfirmDialog
      label={say(freeUntil ? "chargeAgain" : "free")}
      title={say(freeUntil ? "chargeAgainTitle" : "freeTitle")}
      consequence={say(freeUntil ? "chargeAgainWhat" : "freeWhat")}
      intent={freeUntil ? "charge" : "free"}
      formKey={`${formKey}:free`}
      answer={answer}
    >
      {freeUntil ? null : (
        <DateField name="until" label={say("freeUntil")} help={say("freeUntilHelp")} min={today} required />
      )}
      <Reason />
    </ConfirmDialog>
  )
}

function Pause({ subscription, formKey, answer }: SubscriptionActsProps) {
  const say = useWords(words)
  const language = useLanguage()
  const day = subscription.lastDay ? formatDay(subscription.lastDay, language) : ""
  return (
    <ConfirmDialog
      label={say(subscription.pauseUntil ? "pauseMove" : "pause")}
      title={say("pause")}
      consequence={say("pauseWhat", { day })}
      intent="pause"
      formKey={`${formKey}:pause`}
      answer={answer}
    >
      <PauseUntilField subscription={subscription} />
    </ConfirmDialog>
  )
}

function Resume({ subscription, formKey, answer }: SubscriptionActsProps) {
  const say = useWords(words)
  const isPaused = subscription.state === "paused"
  return (
    <ConfirmDialog
      label={say(isPaused ? "resumeNow" : "pauseTakeBack")}
      title={say(isPaused ? "resumeNow" : "pauseTakeBack")}
      consequence={isPaused ? say("resumeWhat") : say("pauseTakeBackWhat")}
      intent="resume"
      formKey={`${formKey}:resume`}
      answer={answer}
    />
  )
}

function Keep({ formKey, answer }: SubscriptionActsProps) {
  const say = useWords(words)
  const sayAdmin = useWords(adminWords)
  return (
    <ConfirmDialog
      look="primary"
      label={say("keep")}
      title={say("keep")}
      consequence={sayAdmin("keepWhat")}
      intent="keep"
      formKey={`${formKey}:keep`}
      answer={answer}
    />
  )
}

function Cancel({ subscription, formKey, answer }: SubscriptionActsProps) {
  const say = useWords(words)
  const sayAdmin = useWords(adminWords)
  const language = useLanguage()
  const day = subscription.lastDay ? formatDay(subscription.lastDay, language) : ""
  const atOnce = { value: "now", label: say("cancelNow"), help: sayAdmin("cancelNowHelp") }
  const hasDaysLeft = subscription.state === "active" || subscription.state === "trialing"
  return (
    <ConfirmDialog
      look="danger"
      label={say("cancel")}
      title={sayAdmin("cancelTitle")}
      consequence={sayAdmin("cancelWhat")}
      intent="cancel"
      formKey={`${formKey}:cancel`}
      answer={answer}
    >
      <ChoiceField
        name="at"
        label={say("cancelAt")}
        choices={hasDaysLeft ? [{ value: "end", label: say("cancelEnd", { day }) }, atOnce] : [atOnce]}
        defaultValue={hasDaysLeft ? "end" : "now"}
      />
      <TextareaField name="reason" label={sayAdmin("reason")} maxLength={500} />
    </ConfirmDialog>
  )
}

function Delete({ subscription, formKey, answer }: SubscriptionActsProps) {
  const say = useWords(adminWords)
  return (
    <ConfirmDialog
      look="danger"
      label={say("delete")}
      title={say("deleteTitle")}
      consequence={`${say("deleteWhat")} ${subscription.startsOn ? say("deleteUnbilled") : ""}`}
      intent="delete"
      formKey={`${formKey}:delete`}
      answer={answer}
    >
      <Reason />
    </ConfirmDialog>
  )
}

function Restore({ formKey, answer }: SubscriptionActsProps) {
  const say = useWords(adminWords)
  return (
    <ConfirmDialog
      label={say("restore")}
      title={say("restoreTitle")}
      consequence={say("restoreWhat")}
      intent="restore"
      formKey={`${formKey}:restore`}
      answer={answer}
    >
      <Reason />
    </ConfirmDialog>
  )
}

function Reason() {
  const say = useWords(adminWords)
  return (
    <TextareaField name="reason" label={say("reason")} help={say("reasonHelp")} required maxLength={500} />
  )
}
