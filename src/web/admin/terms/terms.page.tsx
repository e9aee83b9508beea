import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "react-router"
import { currencyCodes } from "#kit/money.ts"
import { decimalText } from "../../i18n/format.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { readAmount } from "../../ui/read-amount.ts"
import { Amount, Moment } from "../../ui/texts.tsx"
import { payingCurrency } from "../paperwork/paying-currency.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const id = args.params["account"] ?? ""
  return servePage(args, async ({ api, me, shop, newKey }) => ({
    customer: await api.customers.get({ id }),
    terms: (await api.terms.accounts.get({ id })).terms,
    currencies: shop.currencies,
    canWrite: me.permissions.includes("terms.accounts.write"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values, intent }) => {
    const id = args.params["account"] ?? ""
    const { accounts } = services.withKey(key).terms
    const reason = values["reason"] ?? ""
    if (intent === "end") await accounts.end({ id, reason })
    else {
      const currency = currencyCodes.find((one) => one === values["currency"]) ?? "KRW"
      await accounts.set({
        id,
        days: Number(values["days"]),
        // What is no amount goes as none, and the API says no at its field.
        limit: readAmount(values["limit"] ?? "", currency) ?? { minor: "0", currency },
        reason,
      })
    }
    return redirect(`/admin/customers/${id}/terms?done=saved`)
  })
}

export default function TermsPage() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const { customer, terms, canWrite } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: `/admin/customers/${customer.id}`, label: customer.name }} />
      {search.get("done") ? <Banner tone="good">{say("saved")}</Banner> : null}
      <Card title={say("now")}>
        {terms ? (
          <FactList
            facts={[
              { label: say("days"), value: say("daysNow", { days: terms.days }) },
              { label: say("limit"), value: <Amount value={terms.limit} /> },
              { label: say("owed"), value: <Amount value={terms.owed} /> },
              { label: say("changedAt"), value: <Moment at={terms.changedAt} /> },
            ]}
          />
        ) : (
          <p>{say("none")}</p>
        )}
      </Card>
      {canWrite ? <Change /> : null}
    </Main>
  )
}

function Change() {
  const say = useWords(words)
  const { customer, terms, currencies, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const limit = terms?.limit
  const places = limit?.currency === "KRW" || limit?.currency === "JPY" ? 0 : 2
  return (
    <>
      <Card title={say("set")}>
        <PageForm intent="set" formKey={formKey} answer={answer}>
          <div className="grid items-start gap-4 sm:grid-cols-3">
            <TextField
              name="days"
              label={say("days")}
              help={say("daysHelp")}
              type="number"
              min={1}
              max={120}
              step={1}
              required
              defaultValue={terms?.days ?? 30}
            />
            <TextField
              name="limit"
              label={say("limit")}
              help={say("limitHelp")}
              inputMode="decimal"
              required
              defaultValue={limit ? decimalText(limit.minor, places) : undefined}
            />
            <SelectField
              name="currency"
              label={say("currency")}
              defaultValue={limit?.currency ?? payingCurrency(customer)}
            >
              {currencies.map((code) => (
                <option key={code}>{code}</option>
              ))}
            </SelectField>
          </div>
          <TextField name="reason" label={say("reason")} help={say("reasonHelp")} required maxLength={300} />
          <SubmitButton>{say("save")}</SubmitButton>
        </PageForm>
      </Card>
      {terms ? (
        <ConfirmDialog
          label={say("end")}
          title={say("endTitle")}
          consequence={say("endWhat")}
          intent="end"
          {...{ formKey, answer }}
        >
          <TextField name="reason" label={say("reason")} help={say("reasonHelp")} required maxLength={300} />
        </ConfirmDialog>
      ) : null}
    </>
  )
}

export { PageError as ErrorBoundary }
