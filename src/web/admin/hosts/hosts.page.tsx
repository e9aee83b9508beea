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
import { Card } from "../../ui/card.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { HostCard } from "./host-card.tsx"
import { words } from "./words.ts"

const outcomes = ["added", "asked", "primaryDone", "removed"] as const

export function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams.get("done")
  return servePage(args, async ({ api, me, newKey }) => ({
    ...(await api.hosts.names.list()),
    canWrite: me.permissions.includes("hosts.names.write"),
    done: outcomes.find((one) => one === asked),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { names } = services.withKey(`${key}:${intent}`).hosts
    const [act, id = ""] = intent.split(":")
    const to = (done: (typeof outcomes)[number]) => redirect(`/admin/settings/hosts?done=${done}`)
    if (act === "check") {
      await names.check({ id })
      return to("asked")
    }
    if (act === "primary") {
      await names.makePrimary({ id, isBehindProxy: values["isBehindProxy"] === "yes" })
      return to("primaryDone")
    }
    if (act === "remove") {
      await names.remove({ id })
      return to("removed")
    }
    await names.add({ host: values["host"] ?? "" })
    return to("added")
  })
}

export default function HostsPage() {
  const say = useWords(words)
  const { items, canWrite, done, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/settings", label: say("toSettings") }}>
        {say("lead")}
      </PageHeader>
      {done && !answer ? <Banner tone="good">{say(done)}</Banner> : null}
      {items.map((host) => (
        <HostCard key={host.id} {...{ host, canWrite, formKey, answer }} />
      ))}
      {canWrite ? (
        <Card title={say("add")}>
          <PageForm
            intent="add"
            {...{ formKey, answer }}
            className="flex max-w-2xl flex-wrap items-start gap-3"
          >
            <div className="min-w-60 grow">
              <TextField
                name="host"
                label={say("host")}
                help={say("hostHelp")}
                required
                maxLength={300}
                autoComplete="off"
                spellCheck={false}
              />
            </div>
            <SubmitButton className="sm:mt-6">{say("add")}</SubmitButton>
          </PageForm>
        </Card>
      ) : null}
    </Main>
  )
}

export { PageError as ErrorBoundary }
