import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useHref,
  useLoaderData,
} from "react-router"
import { formatNumber } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./mails.words.ts"

/** Lines of a mail's text above which its page is taller than a frame of the usual height. */
const LONG = 20

export function loader(args: LoaderFunctionArgs) {
  const isSentAgain = new URL(args.request.url).searchParams.get("done") === "resent"
  return servePage(args, async ({ api, me, newKey }) => {
    const may = (permission: string) => me.permissions.includes(permission)
    return {
      mail: await api.notifications.messages.get({ id: args.params["mail"] ?? "" }),
      mayResend: may("notifications.messages.resend"),
      mayTemplates: may("notifications.templates.read"),
      mayOperations: may("operations.read"),
      isSentAgain,
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key }) => {
    const id = args.params["mail"] ?? ""
    await services.withKey(key).notifications.messages.resend({ id })
    return redirect(`/admin/mails/${id}?done=resent`)
  })
}

export default function MailPage() {
  const say = useWords(words)
  const { mail, mayResend, isSentAgain, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const html = useHref(`/admin/mails/${mail.id}/html`)
  return (
    <Main>
      <PageHeader
        title={mail.subject}
        up={{ to: "/admin/mails", label: say("title") }}
        aside={<StateBadge kind="mail" state={mail.state} />}
        actions={
          mail.can.resend && mayResend ? (
            <ConfirmDialog
              label={say("resend")}
              title={say("resendTitle")}
              consequence={say("resendWhat", { address: mail.to })}
              intent="resend"
              {...{ formKey, answer }}
            />
          ) : null
        }
      >
        {say("mailLead")}
      </PageHeader>
      {isSentAgain ? <Banner tone="good">{say("resent")}</Banner> : null}
      {mail.warning ? <Banner tone="warn">{say("warning", { why: mail.warning })}</Banner> : null}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <div className="min-w-0 space-y-5">
          <Facts />
          <Attachments />
          <Card title={say("textPart")}>
            <p className="text-sm break-words whitespace-pre-wrap" lang={mail.language}>
              {mail.text}
            </p>
          </Card>
        </div>
        <Card title={say("htmlPart")}>
          <iframe
            title={say("frameTitle")}
            src={html}
            sandbox=""
            loading="lazy"
            className={`border-line rounded-box bg-surface block w-full resize-y border ${mail.text.split("\n").length > LONG ? "h-[60rem]" : "h-[42rem]"}`}
          />
        </Card>
      </div>
    </Main>
  )
}

function Facts() {
  const say = useWords(words)
  const language = useLanguage()
  const { mail, mayTemplates, mayOperations } = useLoaderData<typeof loader>()
  const template = mayTemplates ? (
    <Link
      className="text-accent underline"
      to={`/admin/mail-templates/${mail.template}?language=${mail.language}`}
    >
      {mail.title[language]}
    </Link>
  ) : (
    mail.title[language]
  )
  const tries = formatNumber(mail.attempts, language)
  const operations = (
    <>
      {tries}{" "}
      <Link className="text-accent underline" to={`/admin/operations?subject=${mail.id}`}>
        {say("operation")}
      </Link>
    </>
  )
  return (
    <Card>
      <FactList
        facts={[
          { label: say("to"), value: mail.toName === mail.to ? mail.to : `${mail.toName} <${mail.to}>` },
          { label: say("from"), value: mail.from },
          ...(mail.replyTo ? [{ label: say("replyTo"), value: mail.replyTo }] : []),
          { label: say("template"), value: template },
          { label: say("createdAt"), value: <Moment at={mail.createdAt} /> },
          { label: say("sentAt"), value: <Moment at={mail.sentAt} /> },
          { label: say("attempts"), value: mayOperations ? operations : tries },
          { label: say("outcome"), value: mail.outcome ?? "–" },
        ]}
      />
    </Card>
  )
}

function Attachments() {
  const say = useWords(words)
  const language = useLanguage()
  const { attachments } = useLoaderData<typeof loader>().mail
  if (attachments.length === 0) return null
  return (
    <Card title={say("attachments")}>
      <ul className="space-y-1 text-sm">
        {attachments.map(({ name, contentType, bytes }) => (
          <li key={name} className="break-words">
            {name}{" "}
            <span className="text-muted">
              {contentType} · {formatNumber(Math.ceil(bytes / 1_000), language)} kB
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export { PageError as ErrorBoundary }
