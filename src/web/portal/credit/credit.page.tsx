import { lazy } from "react"
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { words } from "../../ui/credit.words.ts"
import { CreditView } from "../../ui/credit-view.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"

/** Most shops reward nobody for it. */
const Referrals = lazy(() =>
  import("./referrals-card.tsx").then((module) => ({ default: module.ReferralsCard })),
)

export function loader(args: LoaderFunctionArgs) {
  const { limit, after } = readPage(args.request).page
  return servePage(args, async ({ api, me, newKey }) => {
    const maySee = me.accounts.length > 0 && me.permissions.includes("referrals.own.read")
    return {
      standing: await api.credit.standing({}),
      entries: await api.credit.entries({ limit, ...(after ? { after } : {}) }),
      referrals: maySee ? await api.referrals.own.get({}) : null,
      canMakeLink: me.permissions.includes("referrals.own.write"),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key }) => {
    await services.withKey(key).referrals.own.makeLink({})
    return redirect("/portal/credit")
  })
}

export default function CreditPage() {
  const say = useWords(words)
  const { referrals, canMakeLink, formKey, ...data } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const isRewarded = referrals !== null && (referrals.policy.isOn || referrals.items.length > 0)
  return (
    <Main>
      <PageHeader title={say("title")}>{data.entries.items.length > 0 ? say("noneHelp") : null}</PageHeader>
      <CreditView {...data} />
      {isRewarded ? <Referrals {...{ referrals, canMakeLink, formKey, answer }} /> : null}
    </Main>
  )
}

export { PageError as ErrorBoundary }
