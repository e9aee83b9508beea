import { formatInstant } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { useTimeZone } from "../../use-root.ts"
import { RoleFields } from "./role-fields.tsx"
import type { Invitation, NamedService } from "./team.ts"
import { words } from "./team.words.ts"

export interface InvitationsProps {
  readonly invitations: readonly Invitation[]
  readonly services: readonly NamedService[]
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

export function InviteForm({ services, formKey, answer }: InvitationsProps) {
  const say = useWords(words)
  return (
    <Card title={say("invite")}>
      <p className="text-muted text-sm">{say("inviteWhat")}</p>
      <PageForm intent="invite" formKey={formKey} answer={answer}>
        <TextField
          name="email"
          label={say("email")}
          type="email"
          required
          maxLength={254}
          autoComplete="off"
        />
        <RoleFields given="viewer" grants={[]} services={services} />
        <SubmitButton>{say("send")}</SubmitButton>
      </PageForm>
    </Card>
  )
}

export function OpenInvitations({ invitations, formKey, answer }: InvitationsProps) {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  if (invitations.length === 0) return null
  const moment = (at: string) => formatInstant(at, language, timeZone)
  return (
    <Card title={say("invitations")}>
      <ul className="divide-line divide-y">
        {invitations.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div className="min-w-0 space-y-1 text-sm">
              <p className="font-medium break-all">
                {one.email} <Badge tone="neutral">{say(one.role)}</Badge>
              </p>
              <p className="text-muted">
                {say("invited", { name: one.invitedBy, at: moment(one.sentAt) })},{" "}
                {one.isOver ? say("over") : say("until", { at: moment(one.expiresAt) })}
              </p>
            </div>
            <div className="flex flex-wrap gap-2">
              <PageForm intent={`resend:${one.id}`} {...{ formKey, answer }}>
                <SubmitButton look="secondary">{say("resend")}</SubmitButton>
              </PageForm>
              <ConfirmDialog
                look="danger"
                label={say("withdraw")}
                title={say("withdrawTitle", { email: one.email })}
                consequence={say("withdrawWhat")}
                intent={`withdraw:${one.id}`}
                {...{ formKey, answer }}
              />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
