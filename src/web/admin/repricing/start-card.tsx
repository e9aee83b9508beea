import { useActionData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { CheckboxField, TextField } from "../../ui/field.tsx"
import { words } from "./simulation.words.ts"
import type { Simulation } from "./wish.ts"

export interface StartCardProps {
  readonly simulation: Simulation
  /** What the address asks for: the change is about just that. */
  readonly asked: readonly (readonly string[])[]
  readonly otherwise: "keep" | "end"
  readonly formKey: string
}

/** From looking to doing: what will happen, and a second look where somebody would pay much more. */
export function StartCard({ simulation, asked, otherwise, formKey }: StartCardProps) {
  const say = useWords(words)
  const answer = useActionData<FormAnswer>()
  const { sums, targets, askAgainPercent, from } = simulation
  const total = (part: (sum: Simulation["sums"][number]) => number) =>
    sums.reduce((whole, sum) => whole + part(sum), 0)
  const count = total(({ subscriptions }) => subscriptions)
  if (count === 0 || targets.some(({ isPublished }) => !isPublished)) return null
  const staying = total(({ same }) => same.subscriptions)
  const percent = Math.max(...sums.map(({ largestPercent }) => largestPercent))
  const fields = asked.filter(([name]) => name !== "from")
  return (
    <Card title={say("startTitle")}>
      <p className="text-muted max-w-2xl text-sm">{say("startWhat")}</p>
      {staying > 0 ? (
        <p className="text-muted max-w-2xl text-sm">{say("staying", { count: staying })}</p>
      ) : null}
      {percent > askAgainPercent ? <Banner tone="warn">{say("jump", { percent })}</Banner> : null}
      <ConfirmDialog
        label={say("start")}
        title={say("sure", { count })}
        consequence={say("consequence", {
          consent: total(({ mustConsent }) => mustConsent),
          notice: total(({ mustBeTold }) => mustBeTold),
          otherwise: say(otherwise === "end" ? "otherwiseEnd" : "otherwiseKeep"),
        })}
        intent="start"
        {...{ formKey, answer }}
      >
        {fields.map(([name = "", value = ""]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="from" value={from} />
        {percent > askAgainPercent ? (
          <CheckboxField name="acceptedPercent" value={String(percent)} label={say("meant", { percent })} />
        ) : null}
        <TextField name="note" label={say("note")} maxLength={300} />
      </ConfirmDialog>
    </Card>
  )
}
