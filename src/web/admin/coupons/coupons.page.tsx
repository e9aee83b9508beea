import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readPage, textFilter } from "../../page-input.ts"
import { type FormAnswer, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { Filters, FilterText } from "../../ui/filters.tsx"
import { PageForm } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Day, Moment } from "../../ui/texts.tsx"
import { bulkForm, bulkSelection } from "../desk/kept-bulk.tsx"
import { offerBulk, prepareBulk } from "../desk/prepare-bulk.ts"
import { type Coupon, stateTones, tellValue } from "./coupons.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async (services) => ({
    page: await services.api.catalog.coupons.list({ ...page, code: textFilter(search, "code") }),
    canWrite: services.me.permissions.includes("catalog.coupons.write"),
    acts: await offerBulk(services, "coupons"),
    formKey: services.newKey(),
  }))
}

/** Of all that match only those that are still switched on: the others are over already. */
export function action(args: ActionFunctionArgs) {
  return prepareBulk(args, "coupons", async (api, search, { page }) => {
    const { items, next } = await api.catalog.coupons.list({ ...page, code: textFilter(search, "code") })
    return { items: items.filter(({ isOn }) => isOn), next }
  })
}

export default function CouponsPage() {
  const say = useWords(words)
  const { page, canWrite, acts, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={canWrite ? <ButtonLink to="/admin/coupons/new">{say("create")}</ButtonLink> : null}
      >
        {say("lead")}
      </PageHeader>
      <Filters exportPath="/admin/export/coupons">
        <FilterText name="code" label={say("code")} />
      </Filters>
      <PageForm intent={bulkForm} formKey={formKey} answer={answer}>
        <DataTable
          caption={say("title")}
          page={page}
          rowKey={({ id }) => id}
          empty={say("empty")}
          emptyHelp={say("emptyHelp")}
          {...bulkSelection(acts, { label: ({ code }: Coupon) => code, canSelect: ({ isOn }) => isOn })}
          columns={[
            {
              key: "code",
              label: say("code"),
              cell: ({ id, code }) => (
                <Link className="text-accent underline" to={`/admin/coupons/${id}`}>
                  {code}
                </Link>
              ),
            },
            {
              key: "state",
              label: say("state"),
              cell: ({ state }) => <Badge tone={stateTones[state]}>{say(state)}</Badge>,
            },
            { key: "value", label: say("value"), cell: (coupon) => <Value coupon={coupon} /> },
            { key: "uses", label: say("uses"), isNumber: true, cell: (coupon) => <Uses coupon={coupon} /> },
            { key: "name", label: say("name"), cell: ({ name }) => name, isWide: true },
            { key: "endsOn", label: say("endsOn"), cell: ({ endsOn }) => <Day on={endsOn} />, isWide: true },
            {
              key: "createdAt",
              label: say("createdAt"),
              isOrder: true,
              isWide: true,
              cell: ({ createdAt }) => <Moment at={createdAt} />,
            },
          ]}
        />
      </PageForm>
    </Main>
  )
}

function Value({ coupon }: { coupon: Coupon }) {
  const say = useWords(words)
  if (coupon.kind === "trial") return say("trialLonger", { days: coupon.trialDays ?? 0 })
  return coupon.kind === "setup" ? say("setup") : tellValue(coupon)
}

function Uses({ coupon: { uses, mostUses } }: { coupon: Coupon }) {
  const say = useWords(words)
  return mostUses === null ? uses : say("usesOf", { uses, most: mostUses })
}

export { PageError as ErrorBoundary }
