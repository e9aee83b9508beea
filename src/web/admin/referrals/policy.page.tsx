import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "react-router"
import type { Currency } from "#kit/money.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { AmountField } from "../../ui/amount-field.tsx"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { CheckboxField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { readAmount } from "../../ui/read-amount.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop, me, newKey }) => ({
    policy: await api.referrals.policy.get(),
    currencies: shop.currencies,
    canWrite: me.permissions.includes("referrals.policy.write"),
    canSeeList: me.permissions.includes("referrals.read"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const rewards = services.shop.currencies.map((currency, row) => {
      // What is no amount goes as less than nothing, and the API says no at its field.
      const read = (side: "referrer" | "newcomer") =>
        readAmount(values[`rewards/${row}/${side}`] || "0", currency) ?? { minor: "-1", currency }
      return { currency, referrer: read("referrer"), newcomer: read("newcomer") }
    })
    await services.withKey(key).referrals.policy.save({
      isOn: values["isOn"] === "yes",
      afterDays: Number(values["afterDays"]),
      mostAYear: values["mostAYear"] ? Number(values["mostAYear"]) : null,
      rewards,
    })
    return redirect("/admin/settings/referrals?done=saved")
  })
}

export default function ReferralPolicyPage() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const { policy, canWrite, canSeeList } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("policyTitle")}
        up={{ to: "/admin/settings", label: say("toSettings") }}
        actions={canSeeList ? <ButtonLink to="/admin/referrals">{say("toList")}</ButtonLink> : null}
      >
        {say("policyWhat")}
      </PageHeader>
      {search.get("done") ? <Banner tone="good">{say("saved")}</Banner> : null}
      {policy.isOn ? null : <Banner tone="info">{say("off")}</Banner>}
      <Policy canWrite={canWrite} />
    </Main>
  )
}

function Policy({ canWrite }: { canWrite: boolean }) {
  const say = useWords(words)
  const { policy, currencies, formKey } = useLoaderData<typeof loader>()
  return (
    <Card>
      <PageForm intent="save" formKey={formKey} answer={useActionData<FormAnswer>()}>
        <fieldset disabled={!canWrite} className="min-w-0 space-y-4">
          <CheckboxField name="isOn" label={say("isOn")} defaultChecked={policy.isOn} />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <TextField
              name="afterDays"
              label={say("afterDays")}
              type="number"
              min={0}
              max={365}
              step={1}
              required
              defaultValue={policy.afterDays}
            />
            <TextField
              name="mostAYear"
              label={say("mostAYear")}
              help={say("mostHelp")}
              type="number"
              min={1}
              max={10_000}
              step={1}
              defaultValue={policy.mostAYear ?? undefined}
            />
          </div>
          {currencies.map((currency, row) => (
            <Rewards key={currency} {...{ currency, row }} />
          ))}
          {canWrite ? <SubmitButton>{say("save")}</SubmitButton> : null}
        </fieldset>
      </PageForm>
    </Card>
  )
}

function Rewards({ currency, row }: { currency: Currency; row: number }) {
  const say = useWords(words)
  const { policy } = useLoaderData<typeof loader>()
  const now = policy.rewards.find((one) => one.currency === currency)
  const none = { minor: "0", currency }
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <AmountField
        name={`rewards/${row}/referrer`}
        label={say("referrerAmount", { currency })}
        currency={currency}
        defaultValue={now?.referrer ?? none}
        required
      />
      <AmountField
        name={`rewards/${row}/newcomer`}
        label={say("newcomerAmount", { currency })}
        help={say("amountHelp")}
        currency={currency}
        defaultValue={now?.newcomer ?? none}
        required
      />
    </div>
  )
}

export { PageError as ErrorBoundary }
