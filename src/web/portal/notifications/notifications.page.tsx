import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "react-router"
import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { CheckboxField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { ConsentsCard } from "../privacy/consents-card.tsx"
import { readNews } from "../privacy/read-news.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => ({
    accounts: (await api.notifications.preferences.own()).items,
    standing: await api.privacy.own.get(),
    email: me.person?.email ?? "",
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    if (intent === "consents") {
      await services.withKey(`${key}:${intent}`).identity.consents.save(readNews(values))
      return redirect("/portal/notifications?done=saved")
    }
    const accountId = intent
    for (const kind of ["billing", "service"] as const) {
      // What was not offered is not sent, and is no "no".
      if (values[`has:${kind}`] !== "yes") continue
      const { preferences } = services.withKey(`${key}:${accountId}:${kind}`).notifications
      await preferences.save({ accountId, kind, channel: "mail", isOn: values[kind] === "yes" })
    }
    return redirect("/portal/notifications?done=saved")
  })
}

type Account = Awaited<ReturnType<ApiClient["notifications"]["preferences"]["own"]>>["items"][number]

export default function NotificationsPage() {
  const say = useWords(words)
  const { accounts, standing, email, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const [search] = useSearchParams()
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead", { email })}</PageHeader>
      {search.get("done") === "saved" && !answer ? (
        <Banner tone="good" isAlert>
          {say("saved")}
        </Banner>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {accounts.map((account) => (
          <AccountCard key={account.accountId} {...{ account, formKey, answer }} />
        ))}
        <ConsentsCard {...{ standing, formKey, answer }} />
      </div>
    </Main>
  )
}

interface AccountCardProps {
  readonly account: Account
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** By mail; another way to reach somebody would be a further column here. */
function AccountCard({ account, formKey, answer }: AccountCardProps) {
  const say = useWords(words)
  const kinds = account.preferences.filter(({ kind, channel }) => kind !== "news" && channel === "mail")
  return (
    <Card title={say("mailsOf", { account: account.accountName })} className="lg:col-span-2">
      <p className="text-muted text-sm">{say(account.isHolder ? "holder" : "member")}</p>
      <PageForm intent={account.accountId} formKey={formKey} answer={answer}>
        {kinds.map(({ kind, isOn, fixedBecause }) => (
          <div key={kind}>
            {fixedBecause === null ? <input type="hidden" name={`has:${kind}`} value="yes" /> : null}
            <CheckboxField
              name={kind}
              label={say(`kind.${kind}`)}
              help={fixedBecause ?? say(`help.${kind}`)}
              defaultChecked={isOn}
              disabled={fixedBecause !== null}
            />
          </div>
        ))}
        {kinds.some(({ fixedBecause }) => fixedBecause === null) ? (
          <SubmitButton look="secondary">{say("save")}</SubmitButton>
        ) : null}
      </PageForm>
    </Card>
  )
}

export { PageError as ErrorBoundary }
