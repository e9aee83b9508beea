import { lazy } from "react"
import {
  type ActionFunctionArgs,
  Link,
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
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "../../ui/quote.words.ts"
import { QuoteView } from "../../ui/quote-view.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { readQuote } from "./read-quote.ts"

/** No boundary around them: the server waits for them, and without scripts they are all there. */
const QuoteFields = lazy(() =>
  import("./quote-fields.tsx").then((module) => ({ default: module.QuoteFields })),
)

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey, now, shop }) => {
    const quote = await api.paperwork.quotes.get({ id: args.params["quote"] ?? "" })
    const mayWrite = me.permissions.includes("paperwork.quotes.write")
    const isEdited = mayWrite && quote.state === "draft"
    return {
      quote,
      customer: await api.customers.get({ id: quote.accountId }),
      products: isEdited ? (await api.catalog.products.list({})).items : null,
      mayRevise: mayWrite && ["sent", "declined", "expired"].includes(quote.state),
      formKey: newKey(),
      today: shopDay({ shop, now }),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values, intent }) => {
    const id = args.params["quote"] ?? ""
    const { quotes } = services.withKey(key).paperwork
    if (intent === "throw-away") {
      await quotes.throwAway({ id })
      return redirect("/admin/quotes")
    }
    if (intent === "revise") return redirect(`/admin/quotes/${(await quotes.revise({ id })).id}`)
    if (intent === "send") await quotes.send({ id })
    else await quotes.save({ id, ...readQuote(values) })
    return redirect(`/admin/quotes/${id}${intent === "send" ? "" : "?done=saved"}`)
  })
}

export default function QuotePage() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const { quote, customer, products, mayRevise, formKey, today } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={quote.number ?? say("draftTitle")}
        up={{ to: "/admin/quotes", label: say("title") }}
        aside={<StateBadge kind="quote" state={quote.state} />}
      />
      {search.get("done") === "saved" ? <Banner tone="good">{say("saved")}</Banner> : null}
      <div className="flex flex-wrap gap-2">
        {quote.number ? (
          <ButtonLink to={`/quotes/${quote.id}/pdf`} look="secondary" isDocument>
            {say("download")}
          </ButtonLink>
        ) : null}
        {quote.requestId ? (
          <ButtonLink to={`/admin/requests/${quote.requestId}`} look="secondary">
            {say("seeRequest")}
          </ButtonLink>
        ) : null}
        {mayRevise ? (
          <ConfirmDialog
            label={say("revise")}
            title={say("reviseTitle")}
            consequence={say("reviseWhat")}
            intent="revise"
            {...{ formKey, answer }}
          />
        ) : null}
        {products ? <DraftActs /> : null}
      </div>
      <QuoteView
        quote={quote}
        facts={[
          {
            label: say("account"),
            value: (
              <Link className="text-accent underline" to={`/admin/customers/${customer.id}`}>
                {customer.name}
              </Link>
            ),
          },
        ]}
      />
      {products ? (
        <PageForm
          key={JSON.stringify(quote)}
          intent="save"
          formKey={formKey}
          answer={answer}
          className="space-y-6"
        >
          <QuoteFields {...{ products, today, quote }} />
          <SubmitButton look="secondary">{say("save")}</SubmitButton>
        </PageForm>
      ) : null}
    </Main>
  )
}

function DraftActs() {
  const say = useWords(words)
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
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
    </>
  )
}

export { PageError as ErrorBoundary }
