import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { textFilter } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Filters, FilterText } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import type { TemplateItem } from "./templates.ts"
import { words } from "./templates.words.ts"

const classes = ["transactional", "legal", "advertising"] as const

export function loader(args: LoaderFunctionArgs) {
  const search = textFilter(new URL(args.request.url).searchParams, "search")
  return servePage(args, async ({ api }) => {
    const { items } = await api.notifications.templates.list()
    const asked = (search ?? "").toLowerCase().split(/\s+/).filter(Boolean)
    return { items: items.filter((item) => asked.every((word) => textOf(item).includes(word))) }
  })
}

/** In both languages: whoever looks for a mail may have the other one's word in mind. */
function textOf({ id, title, when }: TemplateItem): string {
  return [id, title.en, title.ko, when.en, when.ko].join(" ").toLowerCase()
}

export default function TemplatesPage() {
  const say = useWords(words)
  const { items } = useLoaderData<typeof loader>()
  const filled = classes.filter((kind) => items.some((item) => item.class === kind))
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead")}</PageHeader>
      <Filters>
        <FilterText name="search" label={say("search")} />
      </Filters>
      {filled.length === 0 ? <TemplateTable caption={say("title")} items={[]} /> : null}
      {filled.map((kind) => (
        <section key={kind} className="space-y-3" aria-labelledby={kind}>
          <div>
            <h2 id={kind} className="font-semibold">
              {say(`class.${kind}`)}
            </h2>
            <p className="text-muted text-sm">{say(`class.${kind}.what`)}</p>
          </div>
          <TemplateTable caption={say(`class.${kind}`)} items={items.filter((item) => item.class === kind)} />
        </section>
      ))}
    </Main>
  )
}

function TemplateTable({ caption, items }: { caption: string; items: readonly TemplateItem[] }) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <DataTable
      caption={caption}
      page={{ items, next: null }}
      rowKey={(item) => item.id}
      empty={say("none")}
      columns={[
        {
          key: "title",
          label: say("mail"),
          cell: ({ id, title }) => (
            <Link className="text-accent underline" to={`/admin/mail-templates/${id}`}>
              {title[language]}
            </Link>
          ),
        },
        { key: "when", label: say("when"), cell: ({ when }) => when[language], isWide: true },
        {
          key: "own",
          label: say("whose"),
          cell: ({ own }) =>
            own.length === 0 ? (
              <span className="text-muted">{say("house")}</span>
            ) : (
              <Badge tone="info">{own.map((one) => say(`in.${one}`)).join(", ")}</Badge>
            ),
        },
      ]}
    />
  )
}

export { PageError as ErrorBoundary }
