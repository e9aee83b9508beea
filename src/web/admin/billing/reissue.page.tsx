import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import type { Currency } from "#kit/money.ts"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Sums } from "../../ui/sums.tsx"
import { words } from "./reissue.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey }) => ({
    preview: await api.billing.reissues.preview({ id: args.params["invoice"] ?? "" }),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const { invoiceId } = await services.withKey(key).billing.reissues.issue({
      id: args.params["invoice"] ?? "",
      expected: { minor: values["minor"] ?? "", currency: values["currency"] as Currency },
      back: values["back"] === "credit" ? "credit" : "money",
      reason: values["reason"] ?? "",
    })
    return redirect(`/admin/invoices/${invoiceId}`)
  })
}

type Preview = ReturnType<typeof useLoaderData<typeof loader>>["preview"]

export default function ReissuePage() {
  const say = useWords(words)
  const { preview } = useLoaderData<typeof loader>()
  const { number, hindrance, replacedById } = preview
  return (
    <Main>
      <PageHeader
        title={say("title", { number })}
        up={{ to: `/admin/invoices/${preview.invoiceId}`, label: number }}
      />
      <p className="max-w-prose text-sm">{say("lead")}</p>
      {hindrance ? <Banner tone="neutral">{hindrance}</Banner> : null}
      {replacedById ? (
        <Link className="text-accent underline" to={`/admin/invoices/${replacedById}`}>
          {say("done")}
        </Link>
      ) : null}
      <div className="grid items-start gap-6 md:grid-cols-2">
        <Treatment title={say("before")} of={preview.before} />
        <Treatment title={say("after")} of={preview.after} />
      </div>
      {hindrance ? null : <Confirm />}
    </Main>
  )
}

function Treatment({ title, of }: { title: string; of: Preview["before"] }) {
  const say = useWords(words)
  return (
    <Card title={title}>
      <FactList
        facts={[
          { label: say("rate"), value: of.percents.map((percent) => `${percent}%`).join(", ") },
          { label: say("why"), value: of.why || say("oneRate") },
        ]}
      />
      <Sums of={of} />
    </Card>
  )
}

function Confirm() {
  const say = useWords(words)
  const language = useLanguage()
  const { preview, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { number, after, difference, money, credit } = preview
  const backs = [
    { value: "money", label: say("money") },
    { value: "credit", label: say("credit"), help: say("creditHelp") },
  ]
  return (
    <Card>
      <p className="max-w-prose text-sm">{say("what", { number })}</p>
      <PageForm intent="reissue" {...{ formKey, answer }}>
        <input type="hidden" name="minor" value={after.total.minor} />
        <input type="hidden" name="currency" value={after.total.currency} />
        {difference.minor === "0" ? <p className="text-sm">{say("nothing")}</p> : null}
        {credit.minor === "0" ? null : (
          <p className="text-sm">{say("asCredit", { amount: formatAmount(credit, language) })}</p>
        )}
        {money.minor === "0" ? null : (
          <ChoiceField
            name="back"
            label={say("back", { amount: formatAmount(money, language) })}
            choices={backs}
            defaultValue="money"
          />
        )}
        <TextField name="reason" label={say("reason")} help={say("reasonHelp")} required maxLength={300} />
        <SubmitButton>{say("act")}</SubmitButton>
      </PageForm>
    </Card>
  )
}

export { PageError as ErrorBoundary }
