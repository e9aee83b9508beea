import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirectDocument,
  useActionData,
  useLoaderData,
} from "react-router"
import { accountCookie } from "../../account-cookie.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { useRoot } from "../../use-root.ts"
import { withCookies } from "../../with-cookies.ts"
import { words } from "./invitation.words.ts"

export function headers() {
  return { "cache-control": "no-store", "referrer-policy": "no-referrer" }
}

export function loader(args: LoaderFunctionArgs) {
  const token = new URL(args.request.url).searchParams.get("token") ?? ""
  return servePage(args, async ({ api, me }) => ({
    token,
    invitation: await api.identity.invitations.look({ token }),
    isVisitor: me.role === "visitor",
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values }) => {
    const { accountId } = await services.api.identity.invitations.accept({ token: values["token"] ?? "" })
    if (accountId === null) return redirectDocument("/admin")
    return redirectDocument("/portal/team", withCookies([accountCookie(accountId, args.request)]))
  })
}

export default function InvitationPage() {
  const say = useWords(words)
  const { token, invitation, isVisitor } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { accountName, role, isYours } = invitation
  const shopName = useRoot()?.shop.name ?? ""
  const inviterName = invitation.inviterName ?? shopName
  const back = encodeURIComponent(`/invitation?token=${encodeURIComponent(token)}`)
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("title")} />
      <p className="break-words">
        {accountName === null
          ? say("whatStaff", { inviter: inviterName })
          : say("what", { inviter: inviterName, account: accountName, role: say(role) })}
      </p>
      {isYours ? (
        <PageForm intent="accept" answer={answer}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton className="w-full">{say("accept")}</SubmitButton>
        </PageForm>
      ) : isVisitor ? (
        <>
          <p className="text-muted text-sm">{say("signInWhat")}</p>
          <div className="flex flex-wrap gap-2">
            <ButtonLink to={`/sign-in?to=${back}`}>{say("signIn")}</ButtonLink>
            <ButtonLink look="secondary" to="/sign-up">
              {say("signUp")}
            </ButtonLink>
          </div>
        </>
      ) : (
        <Banner tone="warn">{say("notYours")}</Banner>
      )}
    </main>
  )
}

export { PageError as ErrorBoundary }
