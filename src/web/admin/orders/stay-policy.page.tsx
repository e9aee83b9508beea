import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./stay-policy.words.ts"

const offers = ["nothing", "pause", "cheaper_plan"] as const

export function loader(args: LoaderFunctionArgs) {
  const isSaved = new URL(args.request.url).searchParams.has("saved")
  return servePage(args, async ({ api, me, newKey }) => ({
    policy: await api.orders.stayOffers.policy.get(),
    figures: await api.orders.stayOffers.figures(),
    canWrite: me.permissions.includes("orders.plan-change-policy.write"),
    isSaved,
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const offer = offers.find((one) => one === values["offer"]) ?? "nothing"
    await services.withKey(key).orders.stayOffers.policy.save({ offer })
    return redirect("/admin/settings/stay-offer?saved=yes")
  })
}

export default function StayPolicyPage() {
  const say = useWords(words)
  const { policy, canWrite, isSaved, formKey } = useLoaderData<typeof loader>()
  const choices = offers.map((value) => ({ value, label: say(value), help: say(`${value}Help`) }))
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
          <ChoiceField name="offer" label={say("offer")} defaultValue={policy.offer} choices={choices} />
          {canWrite ? <SubmitButton>{say("save")}</SubmitButton> : null}
        </PageForm>
      </Card>
      <Figures />
    </Main>
  )
}

function Figures() {
  const say = useWords(words)
  const language = useLanguage()
  const { figures } = useLoaderData<typeof loader>()
  return (
    <Card title={say("figures")}>
      <p className="text-muted mb-3 text-sm">
        {say("figuresLead", { since: formatDay(figures.since, language) })}
      </p>
      <DataTable
        caption={say("figures")}
        page={{ items: figures.items, next: null }}
        rowKey={(one) => one.kind}
        empty={say("noFigures")}
        columns={[
          { key: "kind", label: say("kind"), cell: (one) => say(one.kind) },
          { key: "cancelled", label: say("cancelled"), cell: (one) => one.cancelled, isNumber: true },
          { key: "kept", label: say("kept"), cell: (one) => one.kept, isNumber: true },
        ]}
      />
    </Card>
  )
}

export { PageError as ErrorBoundary }
