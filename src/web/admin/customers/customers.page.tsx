import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatCount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, servePage } from "../../serve-page.ts"
import { countriesIn } from "../../storefront/orders/countries.ts"
import { Badge } from "../../ui/badge.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, Filters } from "../../ui/filters.tsx"
import { PageForm } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { describePhone } from "../../ui/phone-rules.ts"
import { Breakable, Moment } from "../../ui/texts.tsx"
import { bulkForm, bulkSelection } from "../desk/kept-bulk.tsx"
import { offerBulk, prepareBulk } from "../desk/prepare-bulk.ts"
import { readFilter, states } from "./customer-filter.ts"
import { CustomerSearch } from "./customer-search.tsx"
import { words } from "./customers.words.ts"
import { TagBadges } from "./tag-badge.tsx"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async (services) => {
    const { api, me, language, newKey } = services
    const countries = countriesIn(language)
    const [list, tags, fields] = await Promise.all([
      api.customers.list({ ...page, ...readFilter(search) }),
      api.customers.tags.list(),
      api.customers.fields.list(),
    ])
    return {
      page: {
        ...list,
        items: list.items.map((row) => ({
          ...row,
          phoneText: row.phone === null ? "–" : describePhone(row.phone, language),
          countryName: countries.find(({ code }) => code === row.country)?.name ?? row.country,
        })),
      },
      countries,
      tags: tags.items,
      fields: fields.items.filter((field) => field.isListed),
      acts: await offerBulk(services, "customers"),
      canImport: me.permissions.includes("customers.import"),
      canDefine: me.permissions.includes("customers.define"),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return prepareBulk(args, "customers", (api, search, { page }) =>
    api.customers.list({ ...page, ...readFilter(search) }),
  )
}

type Row = Awaited<ReturnType<typeof loader>>["page"]["items"][number]

export default function CustomersPage() {
  const say = useWords(words)
  const { page, acts, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("title")} actions={<Doors />}>
        {say("lead")}
      </PageHeader>
      <CustomerFilters />
      <PageForm intent={bulkForm} formKey={formKey} answer={answer}>
        <DataTable
          caption={say("caption")}
          page={page}
          rowKey={(row) => row.id}
          empty={say("none")}
          emptyHelp={say("noneHelp")}
          columns={useColumns()}
          {...bulkSelection(acts, { label: (row: Row) => say("chosen", { name: row.name }) })}
        />
      </PageForm>
    </Main>
  )
}

/** To what stands behind the list. */
function Doors() {
  const say = useWords(words)
  const { canDefine, canImport } = useLoaderData<typeof loader>()
  return (
    <>
      {canDefine ? (
        <>
          <ButtonLink look="secondary" to="/admin/customers/tags">
            {say("manageTags")}
          </ButtonLink>
          <ButtonLink look="secondary" to="/admin/customers/fields">
            {say("manageFields")}
          </ButtonLink>
        </>
      ) : null}
      {canImport ? (
        <ButtonLink look="secondary" to="/admin/customers/import">
          {say("import")}
        </ButtonLink>
      ) : null}
    </>
  )
}

function CustomerFilters() {
  const say = useWords(words)
  const language = useLanguage()
  const { tags, countries } = useLoaderData<typeof loader>()
  return (
    <Filters exportPath="/admin/export/customers">
      <CustomerSearch />
      <FilterChoice
        name="state"
        label={say("state")}
        options={states.map((value) => ({ value, label: say(`state.${value}`) }))}
      />
      {tags.length > 0 ? (
        <FilterChoice
          name="tag"
          label={say("tag")}
          options={tags.map((tag) => ({
            value: tag.id,
            label: `${tag.name} (${formatCount(tag.customers, language)})`,
          }))}
        />
      ) : null}
      <FilterChoice
        name="trouble"
        label={say("trouble")}
        options={[{ value: "yes", label: say("withTrouble") }]}
      />
      <FilterChoice
        name="country"
        label={say("country")}
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Filters>
  )
}

function useColumns(): Column<Row>[] {
  const say = useWords(words)
  const { tags, fields } = useLoaderData<typeof loader>()
  return [
    {
      key: "name",
      label: say("name"),
      cell: (row) => (
        <>
          <Link className="text-accent underline" to={`/admin/customers/${row.id}`}>
            {row.name}
          </Link>
          <span className="text-muted block text-xs font-normal">
            <Breakable text={row.email} />
          </span>
        </>
      ),
    },
    {
      key: "phone",
      label: say("phone"),
      cell: (row) => <span className="whitespace-nowrap">{row.phoneText}</span>,
      isWide: true,
    },
    { key: "country", label: say("country"), cell: (row) => row.countryName, isWide: true },
    {
      key: "tags",
      label: say("tags"),
      cell: (row) => <TagBadges tags={tags} ids={row.tagIds} />,
      isWide: true,
    },
    {
      key: "state",
      label: say("state"),
      cell: (row) => (
        <span className="flex flex-wrap gap-1">
          <Badge tone={row.state === "active" ? "good" : "neutral"}>{say(`state.${row.state}`)}</Badge>
          {row.hasTrouble ? <Badge tone="bad">{say("trouble")}</Badge> : null}
        </span>
      ),
    },
    {
      key: "services",
      label: say("services"),
      cell: (row) => row.serviceCount,
      isNumber: true,
      isWide: true,
    },
    ...fields.map((field) => ({
      key: field.id,
      label: field.name,
      cell: (row: Row) => row.fields[field.id] ?? "–",
      isWide: true,
    })),
    { key: "since", label: say("since"), cell: (row) => <Moment at={row.createdAt} />, isWide: true },
  ]
}

export { PageError as ErrorBoundary }
