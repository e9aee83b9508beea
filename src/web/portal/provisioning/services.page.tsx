import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Breakable, Moment } from "../../ui/texts.tsx"
import { useStanding } from "../../ui/use-standing.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) => api.provisioning.services.list(readPage(args.request).page))
}

export default function ServicesPage() {
  const say = useWords(words)
  const language = useLanguage()
  const page = useLoaderData<typeof loader>()
  useStanding(page.items)
  return (
    <Main>
      <PageHeader title={say("title")} />
      <DataTable
        caption={say("caption")}
        page={page}
        rowKey={(service) => service.id}
        empty={say("none")}
        emptyHelp={
          <ButtonLink to="/" isDocument>
            {say("buy")}
          </ButtonLink>
        }
        columns={[
          {
            key: "hostname",
            label: say("hostname"),
            cell: (service) => (
              <Link className="text-accent underline" to={`/portal/services/${service.id}`}>
                <Breakable text={service.hostname} />
              </Link>
            ),
          },
          { key: "plan", label: say("plan"), cell: (service) => service.planName[language], isWide: true },
          {
            key: "state",
            label: say("state"),
            cell: (service) => <StateBadge kind="service" state={service.state} />,
          },
          {
            key: "addresses",
            label: say("addresses"),
            cell: (service) => service.addresses.join(", ") || "–",
            isWide: true,
          },
          {
            key: "since",
            label: say("since"),
            cell: (service) => <Moment at={service.activatedAt} />,
            isWide: true,
          },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
