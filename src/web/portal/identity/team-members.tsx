import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { Moment } from "../../ui/texts.tsx"
import { RoleFields } from "./role-fields.tsx"
import type { Member, NamedService } from "./team.ts"
import { words } from "./team.words.ts"

export interface TeamMembersProps {
  readonly members: readonly Member[]
  readonly services: readonly NamedService[]
  readonly canWrite: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** One block a person: names and buttons fit a phone without a table to push sideways. */
export function TeamMembers(props: TeamMembersProps) {
  const say = useWords(words)
  return (
    <Card title={say("members")}>
      <ul className="divide-line divide-y">
        {props.members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <MemberFacts member={member} services={props.services} />
            {props.canWrite && !member.isYou && member.role !== "owner" ? (
              <MemberActions {...props} member={member} role={member.role} />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function MemberFacts({ member, services }: { member: Member; services: readonly NamedService[] }) {
  const say = useWords(words)
  const hosts = new Map(services.map(({ id, hostname }) => [id, hostname]))
  return (
    <div className="min-w-0 space-y-1">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <span className="break-words">{member.name}</span>
        {member.isYou ? <span className="text-muted text-sm font-normal">({say("you")})</span> : null}
        <Badge tone={member.role === "owner" ? "good" : "neutral"}>{say(member.role)}</Badge>
      </p>
      <p className="text-muted text-sm break-all">{member.email}</p>
      <p className="text-muted text-sm">
        {say("since")} <Moment at={member.since} />
      </p>
      {member.services.length > 0 ? (
        <p className="text-sm">
          {say("services")}:{" "}
          {member.services
            .map((one) => {
              const may = say(one.role === "technical" ? "serviceTechnical" : "serviceViewer")
              return `${hosts.get(one.serviceId) ?? one.serviceId} (${may})`
            })
            .join(", ")}
        </p>
      ) : null}
    </div>
  )
}

function MemberActions({
  member,
  role,
  services,
  formKey,
  answer,
}: TeamMembersProps & { member: Member; role: Exclude<Member["role"], "owner"> }) {
  const say = useWords(words)
  const { id, name } = member
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmDialog
        label={say("change")}
        title={say("changeTitle", { name })}
        consequence={say("changeWhat")}
        intent={`change:${id}`}
        {...{ formKey, answer }}
      >
        <RoleFields given={role} grants={member.services} services={services} />
      </ConfirmDialog>
      <ConfirmDialog
        look="danger"
        label={say("remove")}
        title={say("removeTitle", { name })}
        consequence={say("removeWhat")}
        intent={`remove:${id}`}
        {...{ formKey, answer }}
      />
    </div>
  )
}
