import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatAmount } from "../../i18n/format.ts"
import type { PlainKey } from "../../i18n/say.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { LiveRegion } from "../../ui/live-region.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { beginPayment } from "../orders/place-order.ts"
import { type Attempt, findPaidPage, isLive } from "./attempt.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

/** The payer is back. Where they come from proves nothing: only the gateway's own answer counts. */
export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    const id = args.params["attempt"] ?? ""
    const known = await services.api.payments.attempts.get({ id })
    const attempt = isLive(known)
      ? await services.withKey(services.newKey()).payments.attempts.refresh({ id })
      : known
    const page = await findPaidPage(services, attempt)
    if (attempt.state === "settled" && page) throw redirect(page)
    return { attempt, page: page ?? null, formKey: services.newKey() }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key }) => {
    const attempt = await services.api.payments.attempts.get({ id: args.params["attempt"] ?? "" })
    const next = await beginPayment(services, attempt.reference, key)
    return redirect(`/pay/${next ?? attempt.id}`)
  })
}

interface Said {
  readonly status: "waiting" | "settled" | "declined" | "abandoned" | "refunded"
  readonly help?: PlainKey<(typeof words)["en"]>
  readonly canRetry?: boolean
}

const said: Record<Attempt["state"], Said> = {
  created: { status: "waiting", help: "waitingHelp" },
  waiting_for_payer: { status: "waiting", help: "waitingHelp" },
  unknown: { status: "waiting", help: "doNotPayTwice" },
  settled: { status: "settled" },
  declined: { status: "declined", help: "declinedHelp", canRetry: true },
  abandoned: { status: "abandoned", help: "abandonedHelp", canRetry: true },
  refunded: { status: "refunded" },
}

export default function ReturnPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { attempt, page, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { status, help, canRetry } = said[attempt.state]
  const isWaiting = isLive(attempt)
  const helpWords = isWaiting ? null : attempt.words
  return (
    <main id="content" className="mx-auto w-full max-w-xl space-y-6 px-4 py-16">
      <PageHeader title={say("title")} />
      <LiveRegion
        status={say(status, { amount: formatAmount(attempt.amount, language) })}
        stream={isWaiting ? `/api/v1/payment-attempts/${attempt.id}/progress` : null}
      >
        {help ? <p>{helpWords ?? say(help)}</p> : null}
        {canRetry ? (
          <PageForm intent="retry" formKey={formKey} answer={answer}>
            <SubmitButton>{say("tryAgain")}</SubmitButton>
          </PageForm>
        ) : null}
        {attempt.redirectUrl ? (
          <p>
            <a className="text-accent underline" href={attempt.redirectUrl}>
              {say("go")}
            </a>
          </p>
        ) : null}
        {page ? (
          <p>
            <ButtonLink to={page} look="secondary">
              {say(page.startsWith("/orders/") ? "toOrder" : "toRequest")}
            </ButtonLink>
          </p>
        ) : null}
      </LiveRegion>
    </main>
  )
}

export { PageError as ErrorBoundary }
