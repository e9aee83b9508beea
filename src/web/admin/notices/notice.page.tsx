import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Moment } from "../../ui/texts.tsx"
import { withCodes, writeCountries } from "../named-countries.ts"
import { NoticeFields } from "./notice-fields.tsx"
import { readLocalMoment, readNotice, writeLocalMoment } from "./notice-form.ts"
import { NoticeState } from "./notice-state.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, shop, language, newKey }) => {
    const notice = await api.notices.get({ id: args.params["notice"] ?? "" })
    return {
      notice,
      tags: me.permissions.includes("customers.read") ? (await api.customers.tags.list()).items : [],
      countries: writeCountries(notice.audience.countries, language),
      expiresAt: writeLocalMoment(notice.expiresAt, shop.timeZone),
      canWrite: me.permissions.includes("notices.write") && notice.state !== "withdrawn",
      isSaved: new URL(args.request.url).searchParams.has("saved"),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  const id = args.params["notice"] ?? ""
  return serveForm(args, async ({ services, key, intent, values }) => {
    const { notices } = services.withKey(`${key}:${intent}`)
    const { timeZone } = services.shop
    if (intent === "publish") {
      const publishAt = readLocalMoment(values["publishAt"] ?? "", timeZone)
      await notices.publish({ id, ...(publishAt ? { publishAt } : {}) })
      return redirect(`/admin/notices/${id}`)
    }
    if (intent === "withdraw") {
      await notices.withdraw({ id })
      return redirect(`/admin/notices/${id}`)
    }
    await notices.save({ id, ...readNotice(withCodes(values), timeZone) })
    return redirect(`/admin/notices/${id}?saved=yes`)
  })
}

export default function NoticePage() {
  const say = useWords(words)
  const language = useLanguage()
  const { notice, tags, countries, expiresAt, canWrite, isSaved, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={notice.title[language] || notice.title.en || notice.title.ko}
        up={{ to: "/admin/notices", label: say("title") }}
        aside={<NoticeState state={notice.state} />}
        actions={canWrite ? <Moves {...{ notice, formKey, answer }} /> : null}
      >
        {notice.publishAt ? (
          <>
            {say("publishAt")} <Moment at={notice.publishAt} /> ·{" "}
          </>
        ) : null}
        {say("readers")} {say("readersCount", { count: notice.readers })}
      </PageHeader>
      {isSaved && !answer ? <Banner tone="good">{say("saved")}</Banner> : null}
      <PageForm intent="save" formKey={formKey} answer={answer}>
        <fieldset disabled={!canWrite} className="min-w-0 space-y-4">
          <NoticeFields {...{ notice, tags, countries, expiresAt }} />
          {canWrite ? <SubmitButton>{say("save")}</SubmitButton> : null}
        </fieldset>
      </PageForm>
    </Main>
  )
}

interface MovesProps {
  readonly notice: Awaited<ReturnType<typeof loader>>["notice"]
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

function Moves({ notice, formKey, answer }: MovesProps) {
  const say = useWords(words)
  return (
    <>
      {notice.state === "live" ? null : (
        <ConfirmDialog
          look="primary"
          label={say("publish")}
          title={say("publishTitle")}
          consequence={say("publishWhat")}
          intent="publish"
          {...{ formKey, answer }}
        >
          <TextField name="publishAt" type="datetime-local" label={say("publishMoment")} />
        </ConfirmDialog>
      )}
      {notice.state === "draft" ? null : (
        <ConfirmDialog
          look="danger"
          label={say("withdraw")}
          title={say("withdrawTitle")}
          consequence={say("withdrawWhat")}
          intent="withdraw"
          {...{ formKey, answer }}
        />
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
