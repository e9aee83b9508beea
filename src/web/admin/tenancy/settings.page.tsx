import { Form, Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { textFilter } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { TextField } from "../../ui/field.tsx"
import { SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./settings.words.ts"

const places = [
  { name: "brand", to: "/admin/settings/brand" },
  { name: "seller", to: "/admin/settings/seller" },
  { name: "hosts", to: "/admin/settings/hosts" },
  { name: "signIn", to: "/admin/settings/sign-in" },
  { name: "elsewhere", to: "/admin/staff/sign-ins" },
  { name: "staff", to: "/admin/staff" },
  { name: "keys", to: "/admin/api-keys" },
] as const

export function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  return servePage(args, async () => ({ search: textFilter(search, "search") ?? "" }))
}

/** Found by any word, in either language: nobody has to know in which corner a setting lives. */
export default function SettingsPage() {
  const say = useWords(words)
  const { search } = useLoaderData<typeof loader>()
  const asked = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = places.filter(({ name }) => {
    const text = [say(name), say(`${name}What`), say(`${name}Search`)].join(" ").toLowerCase()
    return asked.every((word) => text.includes(word))
  })
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead")}</PageHeader>
      <Form method="get" role="search" className="flex max-w-2xl flex-wrap items-end gap-3">
        <div className="min-w-60 grow">
          <TextField
            name="search"
            type="search"
            label={say("search")}
            help={say("searchHelp")}
            defaultValue={search}
            maxLength={100}
          />
        </div>
        <SubmitButton look="secondary">{say("find")}</SubmitButton>
      </Form>
      {found.length === 0 ? (
        <EmptyState title={say("none")}>
          <p>{say("noneHelp")}</p>
          <ButtonLink look="secondary" to="/admin/settings">
            {say("clear")}
          </ButtonLink>
        </EmptyState>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        {found.map(({ name, to }) => (
          <Card key={name} title={say(name)}>
            <p className="text-muted text-sm">{say(`${name}What`)}</p>
            <Link className="text-accent underline" to={to}>
              {say(name)}
            </Link>
          </Card>
        ))}
      </div>
    </Main>
  )
}

export { PageError as ErrorBoundary }
