import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "react-router"
import type { ApiClient } from "../../api-context.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { type Method, MethodFacts, useMethodName } from "../../ui/method-facts.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Day } from "../../ui/texts.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => {
    const accountId = me.accounts[0]?.id
    const [page, charged] = await Promise.all([
      accountId ? api.payments.methods.list({ accountId, limit: 100 }) : { items: [] },
      accountId && me.permissions.includes("billing.subscriptions.read") ? listCharged(api, accountId) : [],
    ])
    return {
      charged,
      methods: [...page.items].sort((one, other) => Number(other.isDefault) - Number(one.isDefault)),
      hasAccount: accountId !== undefined,
      canWrite: me.permissions.includes("payments.methods.write"),
      formKey: newKey(),
    }
  })
}

/** What is charged by itself: who takes the last card away must know what no longer is. */
async function listCharged(api: ApiClient, accountId: string) {
  const { items } = await api.billing.subscriptions.list({ accountId, limit: 100 })
  return items.filter(({ collection, endedAt }) => collection === "automatic" && endedAt === null)
}

const dones = { added: "added", default: "changed", remove: "removed" } as const

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { methods, setups } = services.withKey(`${key}:${intent}`).payments
    const id = values["id"] ?? ""
    if (intent === "add") {
      const setup = await setups.start({ id: services.me.accounts[0]?.id ?? "" })
      // A page of the shop, with its own small script.
      return redirectDocument(`/add-method/${setup.id}`)
    }
    if (intent === "default") await methods.makeDefault({ id })
    else if (intent.startsWith("remove:")) await methods.remove({ id })
    else throw new Error(`The page has no form called ${intent}.`)
    return redirect(`/portal/payment-methods?done=${intent.split(":")[0]}`)
  })
}

export default function MethodsPage() {
  const say = useWords(words)
  const { methods, charged, hasAccount, canWrite, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const [search] = useSearchParams()
  const done = search.get("done") ?? ""
  return (
    <Main>
      <PageHeader title={say("title")}>{say(hasAccount ? "lead" : "noAccount")}</PageHeader>
      {done in dones && !answer ? (
        <Banner tone="good" isAlert>
          {say(dones[done as keyof typeof dones])}
        </Banner>
      ) : null}
      {methods.length === 0 && hasAccount ? (
        <EmptyState title={say("none")} icon="card">
          {say("noneHelp")}
        </EmptyState>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {methods.map((method) => (
          <MethodFacts key={method.id} method={method}>
            {canWrite ? <Acts {...{ method, methods, charged, formKey, answer }} /> : null}
          </MethodFacts>
        ))}
      </div>
      {canWrite && hasAccount ? (
        <Card>
          <p className="text-muted text-sm">{say("addWhat")}</p>
          <PageForm intent="add" formKey={formKey} answer={answer}>
            <SubmitButton>{say("add")}</SubmitButton>
          </PageForm>
        </Card>
      ) : null}
    </Main>
  )
}

interface ActsProps {
  readonly method: Method
  readonly methods: readonly Method[]
  readonly charged: Awaited<ReturnType<typeof listCharged>>
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

function Acts({ method, methods, charged, formKey, answer }: ActsProps) {
  const say = useWords(words)
  const nameOf = useMethodName()
  const isUsable = method.state === "usable"
  const othersWork = methods.some(({ id, state }) => id !== method.id && state === "usable")
  return (
    <>
      {isUsable && !method.isDefault ? (
        <PageForm intent="default" formKey={`${formKey}:${method.id}`} answer={answer}>
          <input type="hidden" name="id" value={method.id} />
          <SubmitButton look="secondary">{say("makeDefault")}</SubmitButton>
        </PageForm>
      ) : null}
      <ConfirmDialog
        label={say("remove")}
        look="danger"
        title={say("removeTitle", { name: nameOf(method) })}
        consequence={
          isUsable && !othersWork ? (
            <>
              <p>{say("removeLast")}</p>
              <Charged charged={charged} />
            </>
          ) : (
            say("removeWhat")
          )
        }
        intent={`remove:${method.id}`}
        formKey={`${formKey}:${method.id}`}
        answer={answer}
      >
        <input type="hidden" name="id" value={method.id} />
      </ConfirmDialog>
    </>
  )
}

function Charged({ charged }: Pick<ActsProps, "charged">) {
  const say = useWords(words)
  const language = useLanguage()
  if (charged.length === 0) return null
  return (
    <>
      <p className="mt-3">{say("byHand")}</p>
      <ul className="list-disc ps-5">
        {charged.map(({ id, words: name, lastDay }) => (
          <li key={id}>
            {name[language]}
            {lastDay ? (
              <>
                {" · "}
                {say("until")} <Day on={lastDay} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

export { PageError as ErrorBoundary }
