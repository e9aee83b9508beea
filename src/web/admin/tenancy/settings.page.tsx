import { Form, Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { textFilter } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { TextField } from "../../ui/field.tsx"
import { SubmitButton } from "../../ui/form.tsx"
import { Icon } from "../../ui/icon.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { type SettingsPlace, topics } from "./settings-list.ts"
import { words } from "./settings-list.words.ts"
import { isSettingFound } from "./words-of-setting.ts"

export function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  return servePage(args, async ({ me }) => {
    const asked = textFilter(search, "search") ?? ""
    const isFound = ({ name, permission }: SettingsPlace) =>
      me.permissions.includes(permission) && isSettingFound(name, asked)
    const places = topics.flatMap((topic) => topic.places)
    return { search: asked, names: places.filter(isFound).map(({ name }) => name) }
  })
}

/** Every setting by topic, and found by any word in either language: nobody has to know in which corner it lives. */
export default function SettingsPage() {
  const say = useWords(words)
  const { search, names } = useLoaderData<typeof loader>()
  const found = topics
    .map(({ topic, places }) => ({ topic, places: places.filter(({ name }) => names.includes(name)) }))
    .filter(({ places }) => places.length > 0)
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead")}</PageHeader>
      <Form method="get" role="search" className="flex max-w-2xl flex-wrap items-start gap-3">
        <div className="min-w-60 grow">
          <TextField
            name="search"
            type="search"
            label={say("search")}
            help={say("searchHelp")}
            defaultValue={search}
            required
            maxLength={100}
            data-filter=""
          />
        </div>
        <SubmitButton look="secondary" className="sm:mt-6">
          {say("find")}
        </SubmitButton>
      </Form>
      {found.length === 0 ? (
        <EmptyState title={say("none")}>
          <p>{say("noneHelp")}</p>
          <ButtonLink look="secondary" to="/admin/settings">
            {say("clear")}
          </ButtonLink>
        </EmptyState>
      ) : null}
      {found.map(({ topic, places }) => (
        <section key={topic} className="space-y-3" aria-labelledby={topic}>
          <h2 id={topic} className="font-semibold">
            {say(`topic.${topic}`)}
          </h2>
          <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {places.map((place) => (
              <Place key={place.name} {...place} />
            ))}
          </ul>
        </section>
      ))}
    </Main>
  )
}

/** The whole of it leads there. */
function Place({ name, to, icon }: SettingsPlace) {
  const say = useWords(words)
  return (
    <li>
      <Link
        to={to}
        className="border-line bg-surface rounded-box hover:border-line-strong hover:bg-raised flex h-full items-start gap-3 border p-4 text-sm no-underline"
      >
        <Icon name={icon} className="text-muted mt-0.5 size-4.5 shrink-0" />
        <span className="min-w-0 space-y-0.5">
          <span className="text-ink block font-medium">{say(name)}</span>
          <span className="text-muted block">{say(`${name}.what`)}</span>
        </span>
      </Link>
    </li>
  )
}

export { PageError as ErrorBoundary }
