import { formatInstant } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { SelectField, TextareaField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Moment } from "../../ui/texts.tsx"
import { useTimeZone } from "../../use-root.ts"
import type { Colleague, Staff, StaffRole } from "./staff.ts"
import { words } from "./staff.words.ts"

export interface StaffListProps {
  readonly staff: Staff
  readonly roles: readonly StaffRole[]
  readonly canWrite: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

export function StaffList(props: StaffListProps) {
  const say = useWords(words)
  return (
    <Card title={say("people")}>
      <ul className="divide-line divide-y">
        {props.staff.items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <Facts colleague={one} />
            {props.canWrite && !one.isYou ? <Actions {...props} colleague={one} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Facts({ colleague }: { colleague: Colleague }) {
  const say = useWords(words)
  return (
    <div className="min-w-0 space-y-1">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <span className="break-words">{colleague.name}</span>
        {colleague.isYou ? <span className="text-muted text-sm font-normal">({say("you")})</span> : null}
        <Badge tone="neutral">{colleague.roleName}</Badge>
        {colleague.suspendedAt ? <Badge tone="bad">{say("suspended")}</Badge> : null}
        <Badge tone={colleague.hasSecondFactor ? "good" : "warn"}>
          {say(colleague.hasSecondFactor ? "secured" : "unsecured")}
        </Badge>
      </p>
      <p className="text-muted text-sm break-all">{colleague.email}</p>
      <p className="text-muted text-sm">
        {say("since")} <Moment at={colleague.since} />
      </p>
    </div>
  )
}

function RoleField({ roles, roleId }: { roles: readonly StaffRole[]; roleId: string | undefined }) {
  const say = useWords(words)
  return (
    <SelectField name="roleId" label={say("role")} defaultValue={roleId}>
      {roles.map((role) => (
        <option key={role.id} value={role.id}>
          {role.name}
        </option>
      ))}
    </SelectField>
  )
}

function Actions({ colleague, roles, formKey, answer }: StaffListProps & { colleague: Colleague }) {
  const say = useWords(words)
  const { id, name } = colleague
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmDialog
        label={say("change")}
        title={say("changeTitle", { name })}
        consequence={say("changeWhat")}
        intent={`change:${id}`}
        {...{ formKey, answer }}
      >
        <RoleField roles={roles} roleId={colleague.roleId} />
      </ConfirmDialog>
      {colleague.suspendedAt ? (
        <PageForm intent={`restore:${id}`} {...{ formKey, answer }}>
          <SubmitButton look="secondary">{say("restore")}</SubmitButton>
        </PageForm>
      ) : (
        <ConfirmDialog
          look="danger"
          label={say("suspend")}
          title={say("suspendTitle", { name })}
          consequence={say("suspendWhat")}
          intent={`suspend:${id}`}
          {...{ formKey, answer }}
        >
          <TextareaField
            name="reason"
            label={say("reason")}
            help={say("reasonHelp")}
            required
            maxLength={500}
          />
        </ConfirmDialog>
      )}
    </div>
  )
}

export function StaffInvitations({ staff, roles, formKey, answer }: StaffListProps) {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  return (
    <>
      {staff.invitations.length > 0 ? (
        <Card title={say("invitations")}>
          <ul className="divide-line divide-y">
            {staff.invitations.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-3 text-sm">
                <p className="break-all">
                  {one.email} <Badge tone="neutral">{one.roleName}</Badge>{" "}
                  {one.isOver
                    ? say("over")
                    : say("until", { at: formatInstant(one.expiresAt, language, timeZone) })}
                </p>
                <PageForm intent={`withdraw:${one.id}`} {...{ formKey, answer }}>
                  <SubmitButton look="secondary">{say("withdraw")}</SubmitButton>
                </PageForm>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Card title={say("invite")}>
        <p className="text-muted text-sm">{say("inviteWhat")}</p>
        <PageForm intent="invite" {...{ formKey, answer }}>
          <TextField
            name="email"
            label={say("email")}
            type="email"
            required
            maxLength={254}
            autoComplete="off"
          />
          <RoleField roles={roles} roleId={roles.at(-1)?.id} />
          <SubmitButton>{say("send")}</SubmitButton>
        </PageForm>
      </Card>
    </>
  )
}
