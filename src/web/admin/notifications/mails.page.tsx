import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { withSpan } from "../../span.ts"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, Filters, FilterText } from "../../ui/filters.tsx"
import { FilterPeriod } from "../../ui/kept-period.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge, useStateOptions } from "../../ui/state-badge.tsx"
import { Moment } from "../../ui/texts.tsx"
import { readMailFilter } from "./mail-filter.ts"
import { words } from "./mails.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async (services) => {
    const { api, me } = services
    const mayTemplates = me.permissions.includes("notifications.templates.read")
    const [mails, templates] = await Promise.all([
      api.notifications.messages.list({ ...page, ...readMailFilter(withSpan(search, services)) }),
      mayTemplates ? api.notifications.templates.list() : null,
    ])
    return { page: mails, templates: (templates?.items ?? []).map(({ id, title }) => ({ id, title })) }
  })
}

export default function MailsPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { page, templates } = useLoaderData<typeof loader>()
  const columns = useColumns()
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead")}</PageHeader>
      <Filters exportPath="/admin/export/mails">
        <FilterText name="to" label={say("to")} placeholder="name@…" />
        <FilterText name="subject" label={say("subject")} />
        <FilterChoice name="state" label={say("state")} options={useStateOptions("mail")} />
        {templates.length > 0 ? (
          <FilterChoice
            name="template"
            label={say("template")}
            options={templates.map(({ id, title }) => ({ value: id, label: title[language] }))}
          />
        ) : null}
        <FilterPeriod label={say("createdAt")} />
      </Filters>
      <DataTable
        caption={say("title")}
        page={page}
        rowKey={({ id }) => id}
        empty={say("none")}
        emptyHelp={say("noneHelp")}
        emptyIcon="mail"
        columns={columns}
      />
    </Main>
  )
}

type Mail = Awaited<ReturnType<typeof loader>>["page"]["items"][number]

function useColumns(): Column<Mail>[] {
  const say = useWords(words)
  const language = useLanguage()
  return [
    {
      key: "subject",
      label: say("subject"),
      cell: ({ id, subject, title }) => (
        <>
          <Link className="text-accent break-words underline" to={`/admin/mails/${id}`}>
            {subject}
          </Link>
          <span className="text-muted block text-xs font-normal">{title[language]}</span>
        </>
      ),
    },
    {
      key: "state",
      label: say("state"),
      cell: ({ state }) => <StateBadge kind="mail" state={state} />,
    },
    {
      key: "to",
      label: say("to"),
      cell: ({ to }) => <span className="break-all">{to}</span>,
      isBelow: true,
    },
    {
      key: "attempts",
      label: say("attempts"),
      cell: ({ attempts }) => attempts,
      isNumber: true,
      isWide: true,
    },
    {
      key: "createdAt",
      label: say("createdAt"),
      isOrder: true,
      isWide: true,
      cell: ({ createdAt }) => <Moment at={createdAt} />,
    },
    {
      key: "sentAt",
      label: say("sentAt"),
      isWide: true,
      isExtra: true,
      cell: ({ sentAt }) => <Moment at={sentAt} />,
    },
  ]
}

export { PageError as ErrorBoundary }
