import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "react-router"
import { shopDay } from "../../i18n/shop-day.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { DateField } from "../../ui/date-field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount } from "../../ui/texts.tsx"
import { LineFields, WrittenFields } from "./line-fields.tsx"
import { readDraft } from "./read-lines.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey, me, now, shop }) => {
    const draft = await api.paperwork.drafts.get({ id: args.params["draft"] ?? "" })
    const customer = await api.customers.get({ id: draft.accountId })
    const mayWrite = me.permissions.includes("paperwork.drafts.write")
    return { draft, customer, mayWrite, formKey: newKey(), today: shopDay({ shop, now }) }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values, intent }) => {
    const id = args.params["draft"] ?? ""
    const { drafts } = services.withKey(key).paperwork
    if (intent === "throw-away") {
      await drafts.throwAway({ id })
      return redirect("/admin/requests/drafts")
    }
    if (intent === "send") {
      const { requestId } = await drafts.send({ id })
      return redirect(`/admin/requests/${requestId}?done=sent`)
    }
    await drafts.save({ id, ...readDraft(values) })
    return redirect(`/admin/requests/drafts/${id}?done=saved`)
  })
}

export default function DraftPage() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const { draft, customer, mayWrite, formKey, today } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("draft")} up={{ to: `/admin/customers/${customer.id}`, label: customer.name }} />
      {search.get("done") === "saved" ? <Banner tone="good">{say("saved")}</Banner> : null}
      {draft.requestId ? (
        <Banner tone="info">
          <p className="mb-2">{say("sentAs")}</p>
          <ButtonLink look="secondary" to={`/admin/requests/${draft.requestId}`}>
            {say("seeRequest")}
          </ButtonLink>
        </Banner>
      ) : null}
      <Sums />
      {mayWrite && draft.state === "draft" ? (
        <>
          <Acts />
          <PageForm
            key={JSON.stringify(draft)}
            intent="save"
            formKey={formKey}
            answer={answer}
            className="space-y-6"
          >
            <LineFields lines={draft.lines} />
            <WrittenFields written={draft}>
              <DateField
                name="dueOn"
                label={say("dueOn")}
                help={say("dueHelp")}
                min={today}
                defaultValue={draft.dueOn ?? undefined}
              />
            </WrittenFields>
            <SubmitButton look="secondary">{say("save")}</SubmitButton>
          </PageForm>
        </>
      ) : null}
    </Main>
  )
}

function Sums() {
  const say = useWords(words)
  const { draft } = useLoaderData<typeof loader>()
  return (
    <Card>
      <FactList
        facts={[
          { label: say("net"), value: <Amount value={draft.net} /> },
          { label: say("tax"), value: <Amount value={draft.tax} /> },
          { label: say("total"), value: <Amount value={draft.total} /> },
        ]}
      />
    </Card>
  )
}

function Acts() {
  const say = useWords(words)
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmDialog
        label={say("send")}
        look="primary"
        title={say("sendTitle")}
        consequence={say("sendWhat")}
        intent="send"
        {...{ formKey, answer }}
      />
      <ConfirmDialog
        label={say("throwAway")}
        title={say("throwAwayTitle")}
        consequence={say("throwAwayWhat")}
        intent="throw-away"
        {...{ formKey, answer }}
      />
    </div>
  )
}

export { PageError as ErrorBoundary }
