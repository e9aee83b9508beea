import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { currencyCodes } from "#kit/money.ts"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { words as creditWords } from "../../ui/credit.words.ts"
import { CreditView } from "../../ui/credit-view.tsx"
import { SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { readAmount } from "../../ui/read-amount.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { limit, after } = readPage(args.request).page
  const accountId = args.params["account"] ?? ""
  return servePage(args, async ({ api, me, shop, newKey }) => ({
    accountId,
    name: (await api.customers.get({ id: accountId })).name,
    standing: await api.credit.standing({ accountId }),
    entries: await api.credit.entries({ accountId, limit, ...(after ? { after } : {}) }),
    canChange: me.permissions.includes("credit.entries.write"),
    currency: shop.defaultCurrency,
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const accountId = args.params["account"] ?? ""
    const currency = currencyCodes.find((one) => one === values["currency"]) ?? "KRW"
    await services.withKey(key).credit.change({
      accountId,
      act: values["act"] === "take" ? "take" : "give",
      kind: values["kind"] === "paid" ? "paid" : "given",
      // What is no amount goes as none, and the API says no at its field.
      amount: readAmount(values["amount"] ?? "", currency) ?? { minor: "0", currency },
      reason: values["reason"] ?? "",
    })
    return redirect(`/admin/customers/${accountId}/credit`)
  })
}

export default function CreditPage() {
  const say = useWords(creditWords)
  const { accountId, name, standing, entries, canChange } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: `/admin/customers/${accountId}`, label: name }} />
      {canChange ? <Change /> : null}
      <CreditView {...{ standing, entries }} />
    </Main>
  )
}

function Change() {
  const say = useWords(words)
  const { formKey, currency } = useLoaderData<typeof loader>()
  return (
    <Card title={say("change")}>
      <PageForm intent="change" formKey={formKey} answer={useActionData<FormAnswer>()}>
        <div className="grid gap-4 sm:grid-cols-2">
          <ChoiceField
            name="act"
            label={say("act")}
            defaultValue="give"
            choices={[
              { value: "give", label: say("act.give") },
              { value: "take", label: say("act.take") },
            ]}
          />
          <ChoiceField
            name="kind"
            label={say("kind")}
            defaultValue="given"
            choices={[
              { value: "given", label: say("kind.given"), help: say("kind.givenHelp") },
              { value: "paid", label: say("kind.paid"), help: say("kind.paidHelp") },
            ]}
          />
          <TextField name="amount" label={say("amount")} inputMode="decimal" required />
          <SelectField name="currency" label={say("currency")} defaultValue={currency}>
            {currencyCodes.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </SelectField>
        </div>
        <TextField name="reason" label={say("reason")} help={say("reasonHelp")} required maxLength={300} />
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
    </Card>
  )
}

export { PageError as ErrorBoundary }
