import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./staff.words.ts"
import { StaffInvitations, StaffList } from "./staff-list.tsx"
import { readPolicy, StaffPolicyForm } from "./staff-policy-form.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => {
    const may = (permission: string) => me.permissions.includes(permission)
    const [staff, roles] = await Promise.all([
      api.identity.staff.list(),
      api.identity.staffRoles.list().then(({ items }) => items),
    ])
    return {
      staff,
      roles,
      canWrite: may("identity.staff.write"),
      policy: may("identity.staff-policy.write") ? await api.identity.staffPolicy.get() : null,
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { identity } = services.withKey(`${key}:${intent}`)
    const [act = "", id = ""] = intent.split(":")
    await acts[act]?.(identity, id, values)
    return redirect("/admin/staff")
  })
}

type Act = (
  identity: ApiClient["identity"],
  id: string,
  values: Readonly<Record<string, string>>,
) => Promise<unknown>

const acts: Readonly<Record<string, Act>> = {
  change: ({ staff }, id, values) => staff.change({ id, roleId: values["roleId"] ?? "" }),
  suspend: ({ staff }, id, values) => staff.suspend({ id, reason: values["reason"] ?? "" }),
  restore: ({ staff }, id) => staff.restore({ id }),
  invite: ({ staff }, _id, values) =>
    staff.invite({ email: values["email"] ?? "", roleId: values["roleId"] ?? "" }),
  withdraw: ({ staff }, id) => staff.withdraw({ id }),
  policy: ({ staffPolicy }, _id, values) => staffPolicy.save(readPolicy(values)),
}

export default function StaffPage() {
  const say = useWords(words)
  const { staff, roles, canWrite, policy, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const shared = { staff, roles, canWrite, formKey, answer }
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          <>
            <ButtonLink look="secondary" to="/admin/staff/sign-ins">
              {say("toSignIns")}
            </ButtonLink>
            <ButtonLink look="secondary" to="/admin/staff/roles">
              {say("toRoles")}
            </ButtonLink>
          </>
        }
      >
        {say("lead")}
      </PageHeader>
      <StaffList {...shared} />
      {canWrite ? <StaffInvitations {...shared} /> : null}
      {policy ? <StaffPolicyForm policy={policy} formKey={formKey} answer={answer} /> : null}
    </Main>
  )
}

export { PageError as ErrorBoundary }
