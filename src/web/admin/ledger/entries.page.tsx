import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { currencyCodes } from "#kit/money.ts"
import { useWords } from "../../i18n/use-words.ts"
import { readPage, textFilter } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, FilterDay, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount, Code, Day } from "../../ui/texts.tsx"
import { useAccountName } from "./account-name.tsx"
import { turned } from "./turned.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  const account = textFilter(search, "account") ?? "receivable"
  const currency = currencyCodes.find((one) => one === search.get("currency"))
  const [from, on] = [textFilter(search, "from"), textFilter(search, "on")]
  return servePage(args, async ({ api }) => ({
    account,
    entries: await api.ledger.transfers.list({ ...page, account, currency, from, on }),
  }))
}

export default function EntriesPage() {
  const say = useWords(words)
  const { account, entries } = useLoaderData<typeof loader>()
  const nameOf = useAccountName()
  return (
    <Main>
      <PageHeader
        title={say("entriesTitle", { account: nameOf(account, customerOf(entries.items, account)) })}
        up={{ to: "/admin/ledger", label: say("back") }}
      />
      <Filters exportPath="/admin/export/ledger-entries">
        <AccountChoice account={account} name={nameOf(account, customerOf(entries.items, account))} />
        <FilterChoice
          name="currency"
          label={say("currency")}
          options={currencyCodes.map((code) => ({ value: code, label: code }))}
        />
        <FilterDay name="from" label={say("from")} />
        <FilterDay name="on" label={say("on")} />
      </Filters>
      <DataTable
        caption={say("entriesCaption")}
        page={entries}
        rowKey={(entry) => entry.id}
        empty={say("noEntries")}
        emptyHelp={say("noEntriesHelp")}
        columns={useColumns(account)}
      />
    </Main>
  )
}

/** Any role, all of its accounts together; one account by itself is come to from the books. */
function AccountChoice({ account, name }: { account: string; name: string }) {
  const say = useWords(words)
  const nameOf = useAccountName()
  const own = account.includes(":") ? [{ value: account, label: name }] : []
  return (
    <FilterChoice
      name="account"
      label={say("account")}
      shown={account}
      options={[...own, ...roles.map((role) => ({ value: role, label: nameOf(role) }))]}
    />
  )
}

const roles = Object.keys(words.en).flatMap((key) =>
  key.startsWith("role.") ? key.slice("role.".length) : [],
)

/** Whose account it is stands in what was booked on it. */
function customerOf(entries: readonly Entry[], account: string): string | null {
  const booked = entries.flatMap((entry) => entry.postings)
  return booked.find((one) => one.account === account)?.customerName ?? null
}

type Entry = Awaited<ReturnType<typeof loader>>["entries"]["items"][number]

function useColumns(account: string): Column<Entry>[] {
  const say = useWords(words)
  return [
    { key: "words", label: say("words"), cell: (entry) => <What entry={entry} /> },
    {
      key: "day",
      label: say("day"),
      cell: (entry) => <Day on={entry.postedOn} />,
      isOrder: true,
      isWide: true,
    },
    {
      key: "others",
      label: say("others"),
      cell: (entry) => <Others {...{ entry, account }} />,
      isWide: true,
    },
    {
      key: "debit",
      label: say("debit"),
      cell: ({ amount }) => (amount.minor.startsWith("-") ? "" : <Amount value={amount} />),
      isNumber: true,
    },
    {
      key: "credit",
      label: say("credit"),
      cell: ({ amount }) => (amount.minor.startsWith("-") ? <Amount value={turned(amount)} /> : ""),
      isNumber: true,
    },
  ]
}

/** Invoices have a page of their own; of the rest the reference is what one searches by. On a phone the day stands below. */
function What({ entry: { words: text, reference, postedOn } }: { entry: Entry }) {
  return (
    <>
      {reference.startsWith("inv_") ? (
        <Link className="text-accent underline" to={`/admin/invoices/${reference}`}>
          {text}
        </Link>
      ) : (
        <>
          {text}
          <span className="block text-xs font-normal">
            <Code>{reference}</Code>
          </span>
        </>
      )}
      <span className="text-muted block text-xs font-normal md:hidden">
        <Day on={postedOn} />
      </span>
    </>
  )
}

function Others({ entry, account }: { entry: Entry; account: string }) {
  const nameOf = useAccountName()
  const others = entry.postings.filter((one) => one.account !== account)
  return (
    <ul className="space-y-0.5">
      {others.map((one, index) => (
        <li key={index} className="flex justify-between gap-4">
          <span className="wrap-anywhere">{nameOf(one.account, one.customerName)}</span>
          <Amount value={one.amount} />
        </li>
      ))}
    </ul>
  )
}

export { PageError as ErrorBoundary }
