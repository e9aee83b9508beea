import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, servePage } from "../../serve-page.ts"
import { withSpan } from "../../span.ts"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, Filters, FilterText } from "../../ui/filters.tsx"
import { PageForm } from "../../ui/form.tsx"
import { FilterPeriod } from "../../ui/kept-period.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge, useStateOptions } from "../../ui/state-badge.tsx"
import { Breakable, Moment } from "../../ui/texts.tsx"
import { bulkForm, bulkSelection } from "../desk/kept-bulk.tsx"
import { offerBulk, prepareBulk } from "../desk/prepare-bulk.ts"
import { nameCustomer } from "../name-customer.ts"
import { AdminPick } from "../picks.tsx"
import { readServiceFilter } from "./service-filter.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async (services) => ({
    page: await services.api.provisioning.services.list({
      ...page,
      ...readServiceFilter(withSpan(search, services)),
    }),
    acts: await offerBulk(services, "services"),
    formKey: services.newKey(),
    customer: await nameCustomer(services, search.get("account")),
  }))
}

export function action(args: ActionFunctionArgs) {
  return prepareBulk(args, "services", (api, search, { page }) =>
    api.provisioning.services.list({ ...page, ...readServiceFilter(search) }),
  )
}

type Service = Awaited<ReturnType<typeof loader>>["page"]["items"][number]

export default function ServicesPage() {
  const say = useWords(words)
  const { page, customer, acts, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("title")} />
      <Filters exportPath="/admin/export/services">
        <FilterText name="search" label={say("search")} />
        <FilterChoice name="state" label={say("state")} options={useStateOptions("service")} />
        <AdminPick name="account" label={say("account")} of="customer" chosen={customer} />
        <FilterPeriod label={say("createdAt")} />
      </Filters>
      <PageForm intent={bulkForm} formKey={formKey} answer={answer}>
        <DataTable
          caption={say("caption")}
          page={page}
          rowKey={(service) => service.id}
          empty={say("none")}
          {...bulkSelection(acts, {
            label: ({ hostname }: Service) => hostname,
            canSelect: ({ state }) => state === "active" || state === "suspended",
          })}
          columns={useColumns()}
        />
      </PageForm>
    </Main>
  )
}

function useColumns(): Column<Service>[] {
  const say = useWords(words)
  const language = useLanguage()
  return [
    {
      key: "hostname",
      label: say("hostname"),
      cell: (service) => (
        <Link className="text-accent underline" to={`/admin/services/${service.id}`}>
          <Breakable text={service.hostname} />
        </Link>
      ),
    },
    { key: "account", label: say("account"), cell: (service) => service.accountName, isBelow: true },
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
      key: "server",
      label: say("server"),
      cell: (service) => service.serverName ?? "–",
      isWide: true,
    },
    {
      key: "createdAt",
      label: say("createdAt"),
      isOrder: true,
      cell: (service) => <Moment at={service.createdAt} />,
      isWide: true,
    },
    {
      key: "activatedAt",
      label: say("activatedAt"),
      cell: (service) => <Moment at={service.activatedAt} />,
      isWide: true,
      isExtra: true,
    },
  ]
}

export { PageError as ErrorBoundary }
