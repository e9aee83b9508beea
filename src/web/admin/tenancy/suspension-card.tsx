import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { SelectField, TextareaField } from "../../ui/field.tsx"
import { Moment } from "../../ui/texts.tsx"
import type { Tenant } from "./tenants.ts"
import { words } from "./tenants.words.ts"

export interface SuspensionCardProps {
  readonly tenant: Tenant
  readonly canWrite: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** Closing a shop and opening it again, and every time it was closed. */
export function SuspensionCard({ tenant, canWrite, formKey, answer }: SuspensionCardProps) {
  const say = useWords(words)
  const { name, state, isRoot, suspensions } = tenant
  if (isRoot) return null
  return (
    <Card title={say("history")}>
      {suspensions.length === 0 ? <p className="text-muted text-sm">–</p> : null}
      <ul className="space-y-3 text-sm">
        {suspensions.map((one) => (
          <li key={one.startedAt}>
            <p className="break-words">{one.reason}</p>
            <p className="text-muted">
              {say("from")} <Moment at={one.startedAt} />, {say("until")}{" "}
              {one.endedAt === null ? say("still") : <Moment at={one.endedAt} />} · {say("closure")}:{" "}
              {say(one.closure)}
            </p>
          </li>
        ))}
      </ul>
      {canWrite && state === "open" ? (
        <ConfirmDialog
          look="danger"
          label={say("suspend")}
          title={say("suspendTitle", { name })}
          consequence={say("suspendWhat")}
          intent="suspend"
          {...{ formKey, answer }}
        >
          <TextareaField
            name="reason"
            label={say("reason")}
            help={say("reasonHelp")}
            required
            minLength={3}
            maxLength={500}
          />
          <SelectField name="closure" label={say("closure")}>
            <option value="read_only">{say("read_only")}</option>
            <option value="closed">{say("closed")}</option>
          </SelectField>
        </ConfirmDialog>
      ) : null}
      {canWrite && state === "suspended" ? (
        <ConfirmDialog
          label={say("resume")}
          title={say("resumeTitle", { name })}
          consequence={say("resumeWhat")}
          intent="resume"
          {...{ formKey, answer }}
        />
      ) : null}
    </Card>
  )
}
