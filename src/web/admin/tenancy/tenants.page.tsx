import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Breakable, Moment } from "../../ui/texts.tsx"
import { TenantState } from "./tenant-state.tsx"
import { words } from "./tenants.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { page } = readPage(args.request)
  return servePage(args, async ({ api, me }) => ({
    page: await api.tenancy.tenants.list(page),
    canWrite: me.permissions.includes("tenancy.tenants.write"),
  }))
}

export default function TenantsPage() {
  const say = useWords(words)
  const { page, canWrite } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          canWrite ? (
            <ButtonLink icon="plus" to="/admin/tenants/new">
              {say("create")}
            </ButtonLink>
          ) : null
        }
      >
        {say("lead")}
      </PageHeader>
      <DataTable
        caption={say("caption")}
        page={page}
        rowKey={(tenant) => tenant.id}
        empty={say("none")}
        columns={[
          {
            key: "name",
            label: say("name"),
            cell: (tenant) => (
              <>
                <Link className="text-accent underline" to={`/admin/tenants/${tenant.id}`}>
                  {tenant.name}
                </Link>
                <span className="text-muted block text-xs font-normal">
                  <Breakable text={tenant.url} />
                </span>
              </>
            ),
          },
          {
            key: "state",
            label: say("state"),
            cell: (tenant) => (
              <span className="flex flex-wrap gap-1">
                <TenantState state={tenant.state} />
                {tenant.isRoot ? <Badge tone="info">{say("root")}</Badge> : null}
                {tenant.isDemo ? <Badge tone="neutral">{say("demo")}</Badge> : null}
              </span>
            ),
          },
          { key: "hosts", label: say("hosts"), cell: (tenant) => tenant.hosts.join(", "), isWide: true },
          { key: "staff", label: say("staff"), cell: (tenant) => tenant.staff, isNumber: true, isWide: true },
          { key: "accounts", label: say("accounts"), cell: (tenant) => tenant.accounts, isNumber: true },
          {
            key: "services",
            label: say("services"),
            cell: (tenant) => tenant.services,
            isNumber: true,
            isWide: true,
          },
          {
            key: "since",
            label: say("since"),
            cell: (tenant) => <Moment at={tenant.createdAt} />,
            isWide: true,
          },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
