import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./plan-change-policy.words.ts"

const policies = ["choice", "now", "at_end"] as const

export function loader(args: LoaderFunctionArgs) {
  const isSaved = new URL(args.request.url).searchParams.has("saved")
  return servePage(args, async ({ api, me, newKey }) => ({
    policy: await api.orders.planChanges.policy.get(),
    canWrite: me.permissions.includes("orders.plan-change-policy.write"),
    isSaved,
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const read = (name: string) => policies.find((one) => one === values[name]) ?? "choice"
    await services.withKey(key).orders.planChanges.policy.save({ up: read("up"), down: read("down") })
    return redirect("/admin/settings/plan-changes?saved=yes")
  })
}

export default function PlanChangePolicyPage() {
  const say = useWords(words)
  const { policy, canWrite, isSaved, formKey } = useLoaderData<typeof loader>()
  const choices = policies.map((value) => ({ value, label: say(value), help: say(`${value}Help`) }))
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/settings", label: say("toSettings") }}>
        {say("lead")}
      </PageHeader>
      {isSaved ? <Banner tone="good">{say("saved")}</Banner> : null}
      <Card>
        <PageForm
          key={formKey}
          intent="save"
          formKey={formKey}
          answer={useActionData<FormAnswer>()}
          className="space-y-6"
        >
          <ChoiceField name="up" label={say("up")} defaultValue={policy.up} choices={choices} />
          <ChoiceField name="down" label={say("down")} defaultValue={policy.down} choices={choices} />
          {canWrite ? <SubmitButton>{say("save")}</SubmitButton> : null}
        </PageForm>
      </Card>
    </Main>
  )
}

export { PageError as ErrorBoundary }
