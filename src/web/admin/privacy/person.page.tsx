import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Card, FactList } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextField } from "../../ui/field.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words as viewWords } from "../../ui/privacy.words.ts"
import {
  ConsentHistory,
  ErasureMeaning,
  ErasureState,
  ExportState,
  ObstacleList,
  type Standing,
} from "../../ui/privacy-view.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./person.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => ({
    standing: await api.privacy.people.get({ id: args.params["person"] ?? "" }),
    canWrite: me.permissions.includes("privacy.people.write"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  const id = args.params["person"] ?? ""
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { people } = services.withKey(`${key}:${intent}`).privacy
    const reason = values["reason"] ?? ""
    if (intent === "export") await people.requestExport({ id, reason })
    else if (intent === "erasure") await people.requestErasure({ id, reason })
    else if (intent === "withdraw") await people.withdrawErasure({ id })
    else throw new Error(`The page has no form called ${intent}.`)
    return redirect(`/admin/privacy/${id}`)
  })
}

export default function PersonPrivacyPage() {
  const say = useWords(words)
  const sayView = useWords(viewWords)
  const { standing, canWrite, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const parts = { standing, canWrite, formKey, answer }
  return (
    <Main>
      <PageHeader title={standing.name} up={{ to: "/admin/privacy", label: say("title") }}>
        {standing.email}
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <CopiesCard {...parts} />
        <ErasureCard {...parts} />
        <Card title={sayView("consents")} className="lg:col-span-2">
          <ConsentHistory consents={standing.consents} />
        </Card>
      </div>
    </Main>
  )
}

interface Parts {
  readonly standing: Standing
  readonly canWrite: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

function CopiesCard({ standing, canWrite, formKey, answer }: Parts) {
  const say = useWords(words)
  const sayView = useWords(viewWords)
  return (
    <Card title={sayView("copies")}>
      {standing.exports.length === 0 ? <p className="text-muted text-sm">{sayView("noCopies")}</p> : null}
      <ul className="space-y-2 text-sm">
        {standing.exports.map((copy) => (
          <li key={copy.id}>
            <ExportState state={copy.state} /> <Moment at={copy.createdAt} />{" "}
            {sayView("fetched", { count: copy.downloads })}
          </li>
        ))}
      </ul>
      {canWrite ? (
        <ConfirmDialog
          label={say("askExport")}
          title={say("askExport")}
          consequence={<p>{say("askExportWhat")}</p>}
          intent="export"
          {...{ formKey, answer }}
        >
          <TextField name="reason" label={say("reason")} required />
        </ConfirmDialog>
      ) : null}
    </Card>
  )
}

function ErasureCard({ standing, canWrite, formKey, answer }: Parts) {
  const say = useWords(words)
  const sayView = useWords(viewWords)
  const open = standing.erasures.find(({ state }) => ["waiting", "held", "erasing"].includes(state))
  const obstacles = open ? open.obstacles : standing.obstacles
  return (
    <Card title={sayView("erasure")}>
      {standing.erasures.map((wish) => (
        <FactList
          key={wish.id}
          facts={[
            { label: say("state"), value: <ErasureState state={wish.state} /> },
            { label: say("asked"), value: <Moment at={wish.createdAt} /> },
            { label: say("due"), value: <Moment at={wish.dueAt} /> },
            { label: say("done"), value: <Moment at={wish.doneAt} /> },
          ]}
        />
      ))}
      {obstacles.length === 0 ? null : (
        <>
          <h3 className="text-sm font-medium">{sayView("obstacles")}</h3>
          <ObstacleList obstacles={obstacles} />
        </>
      )}
      {canWrite && !open && obstacles.length === 0 ? (
        <ConfirmDialog
          look="danger"
          label={say("askErasure")}
          title={say("askErasure")}
          consequence={<p>{say("askErasureWhat", { days: standing.graceDays })}</p>}
          intent="erasure"
          {...{ formKey, answer }}
        >
          <TextField name="reason" label={say("reason")} required />
        </ConfirmDialog>
      ) : null}
      {canWrite && open && open.state !== "erasing" ? (
        <ConfirmDialog
          label={say("withdraw")}
          title={say("withdraw")}
          consequence={<p>{say("withdrawWhat")}</p>}
          intent="withdraw"
          {...{ formKey, answer }}
        />
      ) : null}
      <ErasureMeaning meaning={standing.meaning} />
    </Card>
  )
}

export { PageError as ErrorBoundary }
