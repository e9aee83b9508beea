import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import type { Currency } from "#kit/money.ts"
import { formatAmount, formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { shiftDay } from "../../ui/days.ts"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { type Purchase, PurchaseCard } from "./purchase-card.tsx"
import { words } from "./refund.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey }) => {
    const serviceId = args.params["service"] ?? ""
    const [subscription] = (await api.billing.subscriptions.list({ subject: serviceId, limit: 1 })).items
    const preview = subscription ? await api.billing.refunds.preview({ id: subscription.id }) : null
    const keys = (preview?.purchases ?? []).map(newKey)
    return { serviceId, preview, keys, isDone: new URL(args.request.url).searchParams.has("done") }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values, intent, key }) => {
    const serviceId = args.params["service"] ?? ""
    await services.withKey(key).billing.refunds.request({
      id: values["subscriptionId"] ?? "",
      periodId: intent,
      expected: { minor: values["minor"] ?? "", currency: values["currency"] as Currency },
    })
    return redirect(`/portal/services/${serviceId}/refund?done`)
  })
}

export default function RefundPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { serviceId, preview, keys, isDone } = useLoaderData<typeof loader>()
  const purchases = preview?.purchases ?? []
  return (
    <Main>
      <PageHeader
        title={say("title")}
        up={{ to: `/portal/services/${serviceId}`, label: preview?.words[language] ?? say("back") }}
      />
      {isDone ? (
        <Banner tone="good">
          <p className="mb-2">{say("done")}</p>
          <ButtonLink look="secondary" to="/portal/invoices">
            {say("toInvoices")}
          </ButtonLink>
        </Banner>
      ) : null}
      {purchases.length === 0 ? (
        isDone ? null : (
          <p className="text-muted text-sm">{say("none")}</p>
        )
      ) : (
        <>
          <p className="max-w-prose text-sm">{say("lead")}</p>
          {purchases.map((purchase, index) => (
            <PurchaseCard key={purchase.periodId} purchase={purchase}>
              <TakeBack
                purchase={purchase}
                subscriptionId={preview?.subscriptionId ?? ""}
                formKey={keys[index] ?? ""}
                others={index}
                deletedOn={preview?.deletedOn ?? ""}
              />
            </PurchaseCard>
          ))}
        </>
      )}
    </Main>
  )
}

interface TakeBackProps {
  readonly purchase: Purchase
  readonly subscriptionId: string
  readonly formKey: string
  /** How many were paid for after it and go with it. */
  readonly others: number
  readonly deletedOn: string
}

function TakeBack({ purchase, subscriptionId, formKey, others, deletedOn }: TakeBackProps) {
  const say = useWords(words)
  const language = useLanguage()
  const answer = useActionData<FormAnswer>()
  const { together } = purchase
  if (!together) return <p className="text-muted text-sm">{say("over")}</p>
  const amount = formatAmount(together.amount, language)
  const effect =
    together.effect === "ends"
      ? say("ends", { day: formatDay(deletedOn, language) })
      : say("endMovesBack", { day: formatDay(shiftDay(purchase.start, -1), language) })
  return (
    <ConfirmDialog
      look="danger"
      label={say("ask", { amount })}
      title={say("askTitle", { amount })}
      consequence={
        <>
          <p>{effect}</p>
          {others > 0 ? <p className="mt-2">{say("together", { count: others })}</p> : null}
          <p className="mt-2">{say("wayBack")}</p>
        </>
      }
      intent={purchase.periodId}
      formKey={formKey}
      answer={answer}
    >
      <input type="hidden" name="subscriptionId" value={subscriptionId} />
      <input type="hidden" name="minor" value={together.amount.minor} />
      <input type="hidden" name="currency" value={together.amount.currency} />
    </ConfirmDialog>
  )
}

export { PageError as ErrorBoundary }
