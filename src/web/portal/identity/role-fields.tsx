import { useWords } from "../../i18n/use-words.ts"
import { SelectField } from "../../ui/field.tsx"
import { type GivenRole, type Grant, givenRoles, type NamedService } from "./team.ts"
import { words } from "./team.words.ts"

export interface RoleFieldsProps {
  readonly given: GivenRole
  readonly grants: readonly Grant[]
  readonly services: readonly NamedService[]
}

/** A role, and beside it single services: the second adds to the first. */
export function RoleFields({ given, grants, services }: RoleFieldsProps) {
  const say = useWords(words)
  return (
    <>
      <SelectField name="role" label={say("role")} defaultValue={given}>
        {givenRoles.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </SelectField>
      {services.map((service) => (
        <SelectField
          key={service.id}
          name={`service:${service.id}`}
          label={say("service", { hostname: service.hostname })}
          defaultValue={grants.find((one) => one.serviceId === service.id)?.role ?? ""}
        >
          <option value="">{say("serviceNone")}</option>
          <option value="viewer">{say("serviceViewer")}</option>
          <option value="technical">{say("serviceTechnical")}</option>
        </SelectField>
      ))}
    </>
  )
}

/** What the roles mean, for whoever has to choose one. */
export function RoleTable() {
  const say = useWords(words)
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_1fr]">
      {(["owner", ...givenRoles] as const).map((role) => (
        <div key={role} className="sm:contents">
          <dt className="font-medium">{say(role)}</dt>
          <dd className="text-muted">{say(`${role}May`)}</dd>
        </div>
      ))}
    </dl>
  )
}
