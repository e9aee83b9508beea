import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirectDocument,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { withCookies } from "../../with-cookies.ts"
import { actOnSecurity, type SecurityAnswer, type SecurityParts } from "./act-on-security.ts"
import { ConnectionsCard } from "./connections-card.tsx"
import { PasskeysCard } from "./passkeys-card.tsx"
import { PasswordCard } from "./password-card.tsx"
import { ProgramsCard } from "./programs-card.tsx"
import { SecondFactorCard } from "./second-factor-card.tsx"
import { SessionsCard, SignInsCard } from "./sessions-card.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => ({
    barredBy: me.barredBy,
    security: await api.identity.security.get(),
    // Who must set up a second factor first reaches nothing else.
    programs: me.barredBy ? [] : (await api.oauth.grants.list()).items,
    connections: me.barredBy ? [] : (await api.federation.connections.list()).items,
    offered: me.barredBy ? [] : (await api.federation.offered()).items,
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async (form) => {
    if (form.intent === "password") {
      const { cookies } = await form.services.door.changePassword(form.values["password"] ?? "")
      return redirectDocument("/portal/security?done=password", withCookies(cookies))
    }
    return actOnSecurity(form)
  })
}

export default function SecurityPage() {
  const say = useWords(words)
  const { security, programs, connections, offered, barredBy, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer | SecurityAnswer>()
  const refused = answer && "problem" in answer ? answer : undefined
  const done = answer && "did" in answer ? answer : undefined
  const parts = { security, formKey, refused, done }
  return (
    <Main>
      <PageHeader title={say("title")}>{security.email}</PageHeader>
      {done && done.did !== "begun" ? (
        <Banner tone="good" isAlert>
          {say(done.did)}
        </Banner>
      ) : null}
      {barredBy ? (
        <SetUpFirst {...parts} />
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <PasswordCard {...parts} />
          <SecondFactorCard {...parts} />
          <PasskeysCard {...parts} />
          <ConnectionsCard {...parts} connections={connections} offered={offered} />
          <SessionsCard {...parts} />
          <ProgramsCard {...parts} programs={programs} />
          <SignInsCard {...parts} />
        </div>
      )}
    </Main>
  )
}

/** Nothing else is open to staff until one of the two is there. */
function SetUpFirst(parts: SecurityParts) {
  const say = useWords(words)
  const isThere = parts.security.hasSecondFactor || parts.security.passkeys.length > 0
  return (
    <>
      <Banner tone={isThere ? "good" : "warn"}>
        {say(isThere ? "staffSecured" : "staffNeeds")}{" "}
        {isThere ? (
          <Link className="underline" to="/admin" reloadDocument>
            {say("toAdmin")}
          </Link>
        ) : null}
      </Banner>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <PasskeysCard {...parts} />
        <SecondFactorCard {...parts} />
      </div>
    </>
  )
}

export { PageError as ErrorBoundary }
