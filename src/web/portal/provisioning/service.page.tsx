import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirectDocument,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { loadProgress } from "../../storefront/orders/order-standing.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { LastDay } from "../../ui/last-day.tsx"
import { LiveProgress } from "../../ui/live-progress.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { ServiceStanding } from "../../ui/service-standing.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Code, Moment } from "../../ui/texts.tsx"
import { useStanding } from "../../ui/use-standing.ts"
import { type Credentials, CredentialsCard } from "./credentials-card.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => {
    const service = await api.provisioning.services.get({ id: args.params["service"] ?? "" })
    const progress = service.state === "building" ? await loadProgress({ api }, service.id) : null
    const mayRead = me.permissions.includes("billing.subscriptions.read")
    const paidBy = mayRead ? await api.billing.subscriptions.list({ subject: service.id, limit: 1 }) : null
    return {
      service,
      progress,
      subscription: paidBy?.items[0] ?? null,
      revealKey: newKey(),
      signOnKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key }) => {
    const api = services.withKey(key).provisioning.services
    const id = args.params["service"] ?? ""
    if (intent === "reveal") return { credentials: await api.revealCredentials({ id }) }
    const signOn = await api.requestSignOn({ id })
    return redirectDocument(`/sign-ons/${signOn.id}`)
  })
}

type Answer = FormAnswer | { readonly credentials: Credentials }

export default function ServicePage() {
  const say = useWords(words)
  const { service, progress } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const isBuilding = service.state === "building"
  useStanding([service], { id: service.id, isUndisturbed: answer === undefined })
  return (
    <Main>
      <PageHeader
        title={service.hostname}
        up={{ to: "/portal/services", label: say("title") }}
        aside={<StateBadge kind="service" state={service.state} />}
      />
      <ServiceStanding service={service} />
      <Held />
      {answer && "credentials" in answer ? <CredentialsCard credentials={answer.credentials} /> : null}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {isBuilding ? (
          <Card title={say("progress")}>
            <LiveProgress
              address={`/api/v1/services/${service.id}/progress`}
              initial={progress}
              label={say("steps")}
            />
          </Card>
        ) : null}
        <ServiceFacts />
        <Access answer={answer && "problem" in answer ? answer : undefined} />
      </div>
    </Main>
  )
}

/** Its purchase was taken back. */
function Held() {
  const say = useWords(words)
  const language = useLanguage()
  const { hold, state } = useLoaderData<typeof loader>().service
  if (!hold?.releaseOn || state === "ended") return null
  return <Banner tone="warn">{say("held", { day: formatDay(hold.releaseOn, language) })}</Banner>
}

/** What was chosen with the plan, and where to choose anew while it can be. */
function Chosen({
  serviceId,
  options,
}: {
  serviceId: string | null
  options: readonly { readonly words: { readonly en: string; readonly ko: string } }[]
}) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <>
      {options.map(({ words: name }) => name[language]).join(", ")}{" "}
      {serviceId ? (
        <Link className="text-accent ms-2 underline" to={`/portal/services/${serviceId}/options`}>
          {say("changeOptions")}
        </Link>
      ) : null}
    </>
  )
}

function ServiceFacts() {
  const say = useWords(words)
  const language = useLanguage()
  const { service, subscription } = useLoaderData<typeof loader>()
  // What has ended can't be changed any more, though its machine may stand still for some days.
  const isRunning = subscription?.endedAt === null
  const options = (subscription?.parts ?? []).filter(({ optionId }) => optionId !== null)
  return (
    <Card title={say("facts")}>
      <FactList
        facts={[
          {
            label: say("plan"),
            value: (
              <>
                {service.planName[language]}{" "}
                {isRunning ? (
                  <Link className="text-accent ms-2 underline" to={`/portal/services/${service.id}/plan`}>
                    {say("changePlan")}
                  </Link>
                ) : null}
              </>
            ),
          },
          ...(options.length > 0
            ? [
                {
                  label: say("options"),
                  value: <Chosen serviceId={isRunning ? service.id : null} options={options} />,
                },
              ]
            : []),
          {
            label: say("addresses"),
            value:
              service.addresses.length === 0
                ? say("noAddress")
                : service.addresses.map((address) => (
                    <span key={address} className="me-2 inline-block">
                      <Code>{address}</Code>
                    </span>
                  )),
          },
          ...(subscription ? [{ label: say("lastDay"), value: <PaidThrough {...subscription} /> }] : []),
          { label: say("since"), value: <Moment at={service.activatedAt} /> },
          {
            label: say("refund"),
            value: (
              <Link className="text-accent underline" to={`/portal/services/${service.id}/refund`}>
                {say("seeRefund")}
              </Link>
            ),
          },
          {
            label: say("order"),
            value: service.orderId ? (
              <Link className="text-accent underline" to={`/orders/${service.orderId}`} reloadDocument>
                {say("seeOrder")}
              </Link>
            ) : (
              "–"
            ),
          },
        ]}
      />
    </Card>
  )
}

type PaidBy = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["subscription"]>

/** Until when it is paid, and where that is changed. */
function PaidThrough({ id, lastDay, daysLeft, endedAt }: PaidBy) {
  const say = useWords(words)
  return (
    <>
      <LastDay {...{ on: lastDay, daysLeft, endedAt }} />
      <Link className="text-accent ms-2 underline" to={`/portal/subscriptions/${id}`}>
        {say("toSubscription")}
      </Link>
    </>
  )
}

function Access({ answer }: { answer: FormAnswer | undefined }) {
  const say = useWords(words)
  const { service, revealKey, signOnKey } = useLoaderData<typeof loader>()
  const isReady = service.state === "active"
  return (
    <Card title={say("access")}>
      {isReady ? (
        <div className="space-y-4">
          <ConfirmDialog
            label={say("reveal")}
            title={say("revealTitle", { hostname: service.hostname })}
            consequence={say("revealWhat")}
            intent="reveal"
            formKey={revealKey}
            answer={answer}
          />
          <PageForm intent="sign-on" formKey={signOnKey} answer={answer} className="space-y-2">
            <SubmitButton>{say("openPanel")}</SubmitButton>
            <p className="text-muted text-sm">{say("openPanelHelp")}</p>
          </PageForm>
        </div>
      ) : (
        <p className="text-muted text-sm">{say("accessLater")}</p>
      )}
    </Card>
  )
}

export { PageError as ErrorBoundary }
