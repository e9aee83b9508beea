import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { CopyButton } from "../../ui/copy-button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Code } from "../../ui/texts.tsx"
import { ProgramCard, RegisterProgram } from "./program-card.tsx"
import { actOnPrograms } from "./programs.ts"
import { SigningKeysCard } from "./signing-keys-card.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => ({
    ...(await api.oauth.clients.list()),
    keys: (await api.oauth.keys.list()).items,
    canWrite: me.permissions.includes("oauth.clients.write"),
    canRotate: me.permissions.includes("oauth.keys.write"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, actOnPrograms)
}

export default function ProgramsPage() {
  const say = useWords(words)
  const { items, issuer, keys, canWrite, canRotate, formKey } = useLoaderData<typeof loader>()
  const answered = useActionData<FormAnswer | { readonly secret: string | null }>()
  const answer = answered && "problem" in answered ? answered : undefined
  const secret = answered && "secret" in answered ? answered.secret : null
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead", { issuer })}</PageHeader>
      {secret ? (
        <Banner tone="good">
          <p className="font-semibold">{say("secretTitle")}</p>
          <p className="flex flex-wrap items-center gap-1 py-2">
            <Code>{secret}</Code>
            <CopyButton text={secret} label={say("secretTitle")} />
          </p>
          <p>{say("secretWhat")}</p>
        </Banner>
      ) : null}
      {items.length === 0 ? <EmptyState title={say("none")}>{say("noneWhat")}</EmptyState> : null}
      {items.map((client) => (
        <ProgramCard key={client.id} {...{ client, canWrite, formKey, answer }} />
      ))}
      {canWrite ? <RegisterProgram isFirst={items.length === 0} {...{ formKey, answer }} /> : null}
      <SigningKeysCard {...{ keys, canRotate, formKey, answer }} />
    </Main>
  )
}

export { PageError as ErrorBoundary }
