import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { currencyCodes, type WireMoney } from "#kit/money.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { AmountField } from "../../ui/amount-field.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { readAmount } from "../../ui/read-amount.ts"
import { SwitchField } from "../../ui/switch-field.tsx"
import { Amount } from "../../ui/texts.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, shop, newKey }) => ({
    policy: await api.credit.policy.get(),
    currencies: shop.currencies,
    canWrite: me.permissions.includes("credit.policy.write"),
    formKey: newKey(),
  }))
}

/** "policy", or "limit:srl_…:EUR". */
export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { policy } = services.withKey(`${key}:${intent}`).credit
    const [act, roleId = "", code] = intent.split(":")
    if (act === "limit") {
      const currency = currencyCodes.find((one) => one === code) ?? "KRW"
      const most = readAmount(values["most"] ?? "", currency) ?? { minor: "-1", currency }
      await policy.limit({ roleId, most })
    } else {
      await policy.save({ isApplied: values["isApplied"] === "yes" })
    }
    return redirect("/admin/settings/credit")
  })
}

type Limits = Awaited<ReturnType<typeof loader>>["policy"]["limits"][number]

export default function CreditPolicyPage() {
  const say = useWords(words)
  const { policy, canWrite, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("policyTitle")} up={{ to: "/admin/settings", label: say("toSettings") }}>
        {say("policyLead")}
      </PageHeader>
      <Card>
        <PageForm intent="policy" formKey={formKey} answer={answer}>
          <SwitchField
            name="isApplied"
            label={say("isApplied")}
            help={say("isAppliedHelp")}
            defaultChecked={policy.isApplied}
            disabled={!canWrite}
          />
          {canWrite ? <SubmitButton>{say("savePolicy")}</SubmitButton> : null}
        </PageForm>
      </Card>
      <h2 className="text-sm font-semibold">{say("limits")}</h2>
      <p className="text-muted max-w-prose text-sm">{say("limitsLead")}</p>
      <DataTable
        caption={say("limits")}
        page={{ items: policy.limits, next: null }}
        rowKey={(one) => one.roleId}
        empty={say("nothing")}
        columns={[
          { key: "role", label: say("role"), cell: (one) => one.roleName },
          { key: "limit", label: say("limit"), cell: (one) => <RoleLimits one={one} /> },
        ]}
      />
    </Main>
  )
}

function RoleLimits({ one }: { one: Limits }) {
  const { currencies } = useLoaderData<typeof loader>()
  return (
    <ul className="space-y-1.5">
      {currencies.map((currency) => (
        <li key={currency} className="flex flex-wrap items-center gap-3">
          <RoleLimit {...{ one, currency }} most={one.most.find((amount) => amount.currency === currency)} />
        </li>
      ))}
    </ul>
  )
}

interface RoleLimitProps {
  readonly one: Limits
  readonly currency: WireMoney["currency"]
  readonly most: WireMoney | undefined
}

function RoleLimit({ one, currency, most }: RoleLimitProps) {
  const say = useWords(words)
  const { canWrite, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <span className="min-w-32">
        {most ? <Amount value={most} /> : `${currency}: ${say(one.isBuiltIn ? "noLimit" : "nothing")}`}
      </span>
      {canWrite ? (
        <ConfirmDialog
          label={say("setLimit")}
          title={`${one.roleName} · ${currency}`}
          consequence={<p>{say("limitsLead")}</p>}
          intent={`limit:${one.roleId}:${currency}`}
          {...{ formKey, answer }}
        >
          <AmountField
            name="most"
            label={say("limit")}
            currency={currency}
            {...(most ? { defaultValue: most } : {})}
            required
          />
        </ConfirmDialog>
      ) : null}
    </>
  )
}

export { PageError as ErrorBoundary }
