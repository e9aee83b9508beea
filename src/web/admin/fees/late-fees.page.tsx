import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "react-router"
import { decimalText } from "../../i18n/format.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { readAmount } from "../../ui/read-amount.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop, me, newKey }) => ({
    policy: await api.fees.policy.get(),
    currencies: shop.currencies,
    canWrite: me.permissions.includes("fees.policies.write"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const kind = (["fixed", "percent"] as const).find((one) => one === values["kind"]) ?? "none"
    const amounts = services.shop.currencies.flatMap(
      (currency) => readAmount(values[`amounts/${currency}`] ?? "", currency) ?? [],
    )
    await services.withKey(key).fees.policy.save({
      kind,
      afterDays: Number(values["afterDays"] || "14"),
      basisPoints: Math.round(Number((values["percent"] || "0").replace(",", ".")) * 100),
      amounts,
    })
    return redirect("/admin/settings/late-fees?done=saved")
  })
}

export default function LateFeesPage() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const { policy, canWrite } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/settings", label: say("toSettings") }}>
        {say("what")}
      </PageHeader>
      {search.get("done") ? <Banner tone="good">{say("saved")}</Banner> : null}
      <Banner tone="info">
        {policy.mostPercentAYear === null ? say("noLaw") : say("law", { percent: policy.mostPercentAYear })}
      </Banner>
      {canWrite ? <Policy /> : null}
    </Main>
  )
}

function Policy() {
  const say = useWords(words)
  const { policy, currencies, formKey } = useLoaderData<typeof loader>()
  const amountOf = (currency: string) => policy.amounts.find((one) => one.currency === currency)?.minor
  return (
    <Card>
      <PageForm intent="save" formKey={formKey} answer={useActionData<FormAnswer>()}>
        <ChoiceField
          name="kind"
          label={say("kind")}
          defaultValue={policy.kind}
          choices={[
            { value: "none", label: say("none") },
            { value: "fixed", label: say("fixed") },
            { value: "percent", label: say("percent") },
          ]}
        />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            name="afterDays"
            label={say("afterDays")}
            type="number"
            min={1}
            max={365}
            step={1}
            required
            defaultValue={policy.afterDays}
          />
          <TextField
            name="percent"
            label={say("percentField")}
            inputMode="decimal"
            defaultValue={policy.basisPoints > 0 ? policy.basisPoints / 100 : undefined}
          />
          {currencies.map((currency) => {
            const minor = amountOf(currency)
            const places = currency === "KRW" || currency === "JPY" ? 0 : 2
            return (
              <TextField
                key={currency}
                name={`amounts/${currency}`}
                label={say("amount", { currency })}
                inputMode="decimal"
                defaultValue={minor ? decimalText(minor, places) : undefined}
              />
            )
          })}
        </div>
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
    </Card>
  )
}

export { PageError as ErrorBoundary }
