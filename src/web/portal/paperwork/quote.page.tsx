import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextareaField } from "../../ui/field.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "../../ui/quote.words.ts"
import { QuoteView } from "../../ui/quote-view.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => ({
    quote: await api.paperwork.quotes.get({ id: args.params["quote"] ?? "" }),
    mayAnswer: me.permissions.includes("paperwork.quotes.answer"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values, intent }) => {
    const id = args.params["quote"] ?? ""
    const { quotes } = services.withKey(key).paperwork
    if (intent === "accept") {
      const { requestId } = await quotes.accept({ id })
      return redirect(`/portal/requests/${requestId}`)
    }
    await quotes.decline({ id, ...(values["because"] ? { because: values["because"] } : {}) })
    return redirect(`/portal/quotes/${id}`)
  })
}

export default function QuotePage() {
  const say = useWords(words)
  const { quote, mayAnswer } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={quote.number ? say("quoteTitle", { number: quote.number }) : say("draftTitle")}
        up={{ to: "/portal/quotes", label: say("title") }}
        aside={<StateBadge kind="quote" state={quote.state} />}
        actions={
          <ButtonLink to={`/quotes/${quote.id}/pdf`} look="secondary" isDocument>
            {say("download")}
          </ButtonLink>
        }
      />
      <Standing />
      {mayAnswer && quote.state === "sent" ? <Answer /> : null}
      <QuoteView quote={quote} />
    </Main>
  )
}

function Standing() {
  const say = useWords(words)
  const { quote } = useLoaderData<typeof loader>()
  const { state } = quote
  if (state === "accepted") {
    return (
      <Banner tone="good">
        <p className="mb-2">{say("accepted")}</p>
        <ButtonLink look="secondary" to={`/portal/requests/${quote.requestId}`}>
          {say("seeRequest")}
        </ButtonLink>
      </Banner>
    )
  }
  if (state === "declined" || state === "expired" || state === "replaced") {
    return <Banner tone="info">{say(state)}</Banner>
  }
  return null
}

function Answer() {
  const say = useWords(words)
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmDialog
        label={say("accept")}
        look="primary"
        title={say("acceptTitle")}
        consequence={say("acceptWhat")}
        intent="accept"
        {...{ formKey, answer }}
      />
      <ConfirmDialog
        label={say("decline")}
        title={say("declineTitle")}
        consequence={say("declineWhat")}
        intent="decline"
        {...{ formKey, answer }}
      >
        <TextareaField name="because" label={say("because")} maxLength={500} />
      </ConfirmDialog>
    </div>
  )
}

export { PageError as ErrorBoundary }
