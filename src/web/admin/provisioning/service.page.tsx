import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
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
import { LiveProgress } from "../../ui/live-progress.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Code, Moment } from "../../ui/texts.tsx"
import { useStanding } from "../../ui/use-standing.ts"
import { useRoot } from "../../use-root.ts"
import { offerBulk } from "../desk/prepare-bulk.ts"
import { nameLinked } from "../name-linked.ts"
import { HeldCard } from "./held-card.tsx"
import { ReasonField } from "./reason-field.tsx"
import { ACT_PREFIX, ServiceActs } from "./service-acts.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    const { api, newKey } = services
    const service = await api.provisioning.services.get({ id: args.params["service"] ?? "" })
    return {
      service,
      formKey: newKey(),
      holdKey: newKey(),
      actKey: newKey(),
      acts: (await offerBulk(services, "services")).filter(({ only }) => only["state"] === service.state),
      names: await nameLinked(services, [service.orderId, service.operationId]),
      progress: service.state === "building" ? await loadProgress({ api }, service.id) : null,
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values, intent }) => {
    const id = args.params["service"] ?? ""
    if (intent.startsWith(ACT_PREFIX)) {
      const act = intent.slice(ACT_PREFIX.length)
      const run = await services.withKey(`${key}:${act}`).desk.bulkRuns.prepare({ act, subjectIds: [id] })
      return redirect(`/admin/bulk-runs/${run.id}`)
    }
    const api = services.withKey(key).provisioning.services
    const wish = { id, reason: values["reason"] ?? "" }
    if (intent === "release") await api.releaseHeld(wish)
    else if (intent === "keep") await api.keepHeld(wish)
    else await api.deleteWithoutBackup(wish)
    return redirect(`/admin/services/${id}`)
  })
}

export default function ServicePage() {
  const say = useWords(words)
  const { service, progress, holdKey, acts, actKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  useStanding([service], { id: service.id, isUndisturbed: answer === undefined })
  return (
    <Main>
      <PageHeader
        title={service.hostname}
        up={{ to: "/admin/services", label: say("title") }}
        aside={<StateBadge kind="service" state={service.state} />}
      />
      <Standing />
      <HeldCard {...{ service, formKey: holdKey }} />
      <BackupAwaited />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {service.state === "building" ? (
          <Card title={say("progress")}>
            <LiveProgress
              address={`/api/v1/services/${service.id}/progress`}
              initial={progress}
              label={say("steps")}
            />
          </Card>
        ) : null}
        <ServiceFacts />
        {acts.length > 0 ? <ServiceActs {...{ acts, answer }} formKey={actKey} /> : null}
      </div>
    </Main>
  )
}

/** What the customer reads, and where staff look for what is behind it. */
function Standing() {
  const say = useWords(words)
  const { service } = useLoaderData<typeof loader>()
  if (service.state === "active") return null
  const isTrouble = service.state === "needs_attention" || service.state === "suspended"
  return (
    <Banner tone={isTrouble ? "warn" : "info"}>
      {say("customerReads")} “{service.words}”
    </Banner>
  )
}

/** Its machine stands still until there is a backup, or somebody does without. */
function BackupAwaited() {
  const say = useWords(words)
  const language = useLanguage()
  const { service, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const mayDelete = useRoot()?.me.permissions.includes("provisioning.services.delete")
  const { hostname, backupSince } = service
  if (!backupSince) return null
  return (
    <Card title={say("backup")}>
      <p className="text-sm">{say("backupWhat", { since: formatDay(backupSince, language) })}</p>
      {mayDelete ? (
        <ConfirmDialog
          look="danger"
          label={say("deleteWithout")}
          title={say("deleteWithoutTitle", { hostname })}
          consequence={say("deleteWithoutWhat")}
          intent="delete-without-backup"
          {...{ formKey, answer }}
        >
          <ReasonField />
        </ConfirmDialog>
      ) : null}
    </Card>
  )
}

function ServiceFacts() {
  const say = useWords(words)
  const language = useLanguage()
  const { service, names } = useLoaderData<typeof loader>()
  const link = (to: string, text: string) => (
    <Link className="text-accent break-all underline" to={to}>
      {text}
    </Link>
  )
  return (
    <Card title={say("facts")}>
      <FactList
        facts={[
          {
            label: say("account"),
            value: link(`/admin/customers/${service.accountId}`, service.accountName),
          },
          { label: say("plan"), value: service.planName[language] },
          { label: say("addresses"), value: service.addresses.join(", ") || "–" },
          { label: say("server"), value: service.serverName ?? "–" },
          { label: say("remoteId"), value: service.remoteId ? <Code>{service.remoteId}</Code> : "–" },
          { label: say("createdAt"), value: <Moment at={service.createdAt} /> },
          { label: say("activatedAt"), value: <Moment at={service.activatedAt} /> },
          {
            label: say("order"),
            value: service.orderId
              ? link(`/admin/orders/${service.orderId}`, names[service.orderId] ?? say("open"))
              : "–",
          },
          {
            label: say("operation"),
            value: service.operationId
              ? link(`/admin/operations/${service.operationId}`, names[service.operationId] ?? say("open"))
              : "–",
          },
          {
            label: say("allOperations"),
            value: link(`/admin/operations?subject=${service.id}`, service.hostname),
          },
        ]}
      />
    </Card>
  )
}

export { PageError as ErrorBoundary }
