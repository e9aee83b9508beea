import type { ReactNode } from "react"
import { Link } from "react-router"
import { languageNames } from "../../i18n/languages.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { words as teamWords } from "../../portal/identity/team.words.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { CopyButton } from "../../ui/copy-button.tsx"
import { formatCountry } from "../../ui/country-name.ts"
import { Amount, Code, Day, Moment } from "../../ui/texts.tsx"
import type { Customer } from "./customer.ts"
import { words } from "./customer.words.ts"

const link = "text-accent underline"

const pages = { service: "services", order: "orders", operation: "operations" } as const

/** First of all: what is wrong with them right now. */
export function Trouble({ customer }: { customer: Customer }) {
  const say = useWords(words)
  if (customer.trouble.length === 0) return null
  return (
    <Banner tone="bad">
      <p className="font-medium">{say("trouble")}</p>
      <ul className="list-inside list-disc">
        {customer.trouble.map(({ kind, id, words: what }) => (
          <li key={id}>
            <Link className="underline" to={`/admin/${pages[kind]}/${id}`}>
              {what}
            </Link>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

export function Who({ customer }: { customer: Customer }) {
  const say = useWords(words)
  const language = useLanguage()
  const currencies = [...new Set(customer.people.flatMap((one) => one.currency ?? []))]
  const facts: { label: string; value: ReactNode }[] = [
    { label: say("kind"), value: say(customer.kind) },
    ...(customer.personName === customer.name
      ? []
      : [{ label: say("personName"), value: customer.personName }]),
    {
      label: say("email"),
      value: (
        <a className={link} href={`mailto:${customer.email}`}>
          {customer.email}
        </a>
      ),
    },
    {
      label: say("phone"),
      value: customer.phone ? (
        <a className={`${link} whitespace-nowrap`} href={`tel:${customer.phone}`}>
          {customer.phoneText}
        </a>
      ) : (
        "–"
      ),
    },
    { label: say("language"), value: languageNames[customer.language] },
    ...(currencies.length > 0 ? [{ label: say("currency"), value: currencies.join(", ") }] : []),
    {
      label: say("address"),
      value: [...customer.addressLines, formatCountry(customer.country, language)].join(", "),
    },
    ...(customer.taxIds.length > 0
      ? [
          {
            label: say("taxIds"),
            value: customer.taxIds.map((one) => `${one.country} ${one.number}`).join(", "),
          },
        ]
      : []),
    ...(customer.contacts.length > 0
      ? [
          {
            label: say("contacts"),
            value: customer.contacts.map((one) => `${one.name} <${one.email}>`).join(", "),
          },
        ]
      : []),
    ...(customer.purchaseOrder ? [{ label: say("purchaseOrder"), value: customer.purchaseOrder }] : []),
    { label: say("since"), value: <Moment at={customer.createdAt} /> },
    {
      label: say("number"),
      value: (
        <span className="flex flex-wrap items-center gap-1">
          <Code>{customer.id}</Code>
          <CopyButton text={customer.id} label={say("number")} />
        </span>
      ),
    },
    ...(customer.absorbedIds.length > 0
      ? [{ label: say("absorbed"), value: <Code>{customer.absorbedIds.join(" ")}</Code> }]
      : []),
  ]
  return (
    <Card title={say("who")}>
      <FactList facts={facts} />
    </Card>
  )
}

export function People({ customer }: { customer: Customer }) {
  const say = useWords(words)
  const sayRole = useWords(teamWords)
  return (
    <Card title={say("people")}>
      {customer.people.length === 0 ? <p className="text-muted text-sm">{say("noPeople")}</p> : null}
      <ul className="divide-line divide-y text-sm">
        {customer.people.map((one) => (
          <li key={one.id} className="space-y-1 py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{one.name}</span>
              <Badge tone="neutral">
                {one.role in teamWords.en ? sayRole(one.role as "owner") : one.role}
              </Badge>
              <Badge tone={one.isConfirmed ? "good" : "warn"}>
                {say(one.isConfirmed ? "confirmed" : "unconfirmed")}
              </Badge>
              {one.hasSecondFactor ? <Badge tone="good">{say("secondFactor")}</Badge> : null}
            </p>
            <p className="text-muted break-all">{[one.email, one.phoneText].filter(Boolean).join(" · ")}</p>
            <p className="text-muted">
              {say("lastSignIn")}: {one.lastSignInAt ? <Moment at={one.lastSignInAt} /> : say("never")}
            </p>
            <p>
              <Link className="text-accent underline" to={`/admin/privacy/${one.id}`}>
                {say("privacy")}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function Money({ customer }: { customer: Customer }) {
  const say = useWords(words)
  const { balances, openRequests, work } = customer
  return (
    <Card title={say("money")}>
      {balances.length === 0 ? <p className="text-muted text-sm">{say("noMoney")}</p> : null}
      <FactList
        facts={balances.map(({ kind, amount }) => ({
          label: `${say(`balance.${kind}`)} (${amount.currency})`,
          value: <Amount value={amount} />,
        }))}
      />
      <p>
        <Link className={`${link} text-sm`} to={`/admin/customers/${customer.id}/credit`}>
          {say("credit")}
        </Link>
      </p>
      {openRequests.length > 0 ? (
        <div className="space-y-1 text-sm">
          <h3 className="font-medium">{say("requests")}</h3>
          <ul className="space-y-1">
            {openRequests.map((one) => (
              <li key={one.id} className="flex flex-wrap gap-x-3">
                <Link className={link} to={`/admin/requests/${one.id}`}>
                  {one.number}
                </Link>{" "}
                <Amount value={one.total} />
                <span className={one.isOverdue ? "text-bad" : "text-muted"}>
                  {say(one.isOverdue ? "overdue" : "due")} <Day on={one.dueOn} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {work.length > 0 ? (
        <div className="space-y-1 text-sm">
          <h3 className="font-medium">{say("work")}</h3>
          <ul className="space-y-1">
            {work.map((one) => (
              <li key={one.id}>
                <Link className={link} to={`/admin/operations/${one.id}`}>
                  {one.title}
                </Link>{" "}
                <span className="text-muted">{one.trouble?.says ?? one.why}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Card>
  )
}
