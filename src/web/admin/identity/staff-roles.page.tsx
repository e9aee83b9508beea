import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { PermissionChoice } from "../../ui/permission-choice.tsx"
import type { StaffRole } from "./staff.ts"
import { words } from "./staff.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => ({
    ...(await api.identity.staffRoles.list()),
    canWrite: me.permissions.includes("identity.staff-roles.write"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { staffRoles } = services.withKey(`${key}:${intent}`).identity
    const [act, id = ""] = intent.split(":")
    const permissions = Object.keys(values).flatMap((name) =>
      name.startsWith("may:") ? [name.slice("may:".length)] : [],
    )
    const wish = { name: values["name"] ?? "", permissions }
    if (act === "remove") await staffRoles.remove({ id })
    else if (act === "save") await staffRoles.save({ id, ...wish })
    else await staffRoles.create(wish)
    return redirect("/admin/staff/roles")
  })
}

export default function StaffRolesPage() {
  const say = useWords(words)
  const { items, permissions, canWrite, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("roles")} up={{ to: "/admin/staff", label: say("toStaff") }}>
        {say("rolesLead")}
      </PageHeader>
      {items.map((role) => (
        <Card key={role.id} title={role.name}>
          <p className="flex flex-wrap gap-2">
            <Badge tone="neutral">{say("inUse", { count: role.people })}</Badge>
            {role.isBuiltIn ? <Badge tone="good">{say("builtIn")}</Badge> : null}
          </p>
          {role.isBuiltIn || !canWrite ? null : (
            <>
              <RoleForm intent={`save:${role.id}`} {...{ role, permissions, formKey, answer }} />
              {role.people === 0 ? (
                <ConfirmDialog
                  look="danger"
                  label={say("remove")}
                  title={say("removeTitle", { name: role.name })}
                  consequence={say("removeWhat")}
                  intent={`remove:${role.id}`}
                  {...{ formKey, answer }}
                />
              ) : null}
            </>
          )}
        </Card>
      ))}
      {canWrite ? (
        <Card title={say("create")}>
          <RoleForm intent="create" {...{ permissions, formKey, answer }} />
        </Card>
      ) : null}
    </Main>
  )
}

interface RoleFormProps {
  readonly role?: StaffRole
  readonly permissions: readonly string[]
  readonly intent: string
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

function RoleForm({ role, permissions, intent, formKey, answer }: RoleFormProps) {
  const say = useWords(words)
  return (
    <PageForm {...{ intent, formKey, answer }}>
      <TextField name="name" label={say("name")} defaultValue={role?.name} required maxLength={60} />
      <fieldset className="space-y-2">
        <legend className="text-sm font-medium">{say("permissions")}</legend>
        <PermissionChoice permissions={permissions} held={role?.permissions} />
      </fieldset>
      <SubmitButton>{say(role ? "save" : "create")}</SubmitButton>
    </PageForm>
  )
}

export { PageError as ErrorBoundary }
