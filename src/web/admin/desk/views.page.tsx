import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { DataTable } from "../../ui/data-table.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import type { ViewList } from "./list-of-path.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey }) => ({
    views: (await api.desk.views.list({})).items,
    formKey: newKey(),
  }))
}

/** Lists post here what is to be kept, and are gone back to; a refusal is said on this page. */
export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { views } = services.withKey(`${key}:${intent}`).desk
    const [act, id = ""] = intent.split(":")
    if (act === "remove") {
      await views.remove({ id })
      return redirect("/admin/views")
    }
    const { list, query } = await views.save({
      list: values["list"] as ViewList,
      name: values["name"] ?? "",
      query: values["query"] ?? "",
      isShared: values["isShared"] === "yes",
    })
    return redirect(`/admin/${list}?${query}`)
  })
}

export default function ViewsPage() {
  const say = useWords(words)
  const { views, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("viewsTitle")}>{say("viewsLead")}</PageHeader>
      {answer ? (
        <Banner tone="bad" isAlert>
          {answer.problem.errors[0]?.detail ?? answer.problem.detail}
        </Banner>
      ) : null}
      <DataTable
        caption={say("viewsTitle")}
        page={{ items: views, next: null }}
        rowKey={(view) => view.id}
        empty={say("noViews")}
        emptyHelp={say("noViewsHelp")}
        emptyIcon="bookmark"
        columns={[
          {
            key: "name",
            label: say("name"),
            cell: (view) => (
              <Link className="text-accent underline" to={`/admin/${view.list}?${view.query}`}>
                {view.name}
              </Link>
            ),
          },
          { key: "list", label: say("ofList"), cell: (view) => say(`list.${view.list}`) },
          {
            key: "remove",
            label: say("remove"),
            cell: (view) => (
              <span className="flex flex-wrap items-center gap-2">
                {view.isShared ? <Badge tone="info">{say("shared")}</Badge> : null}
                {view.isOwn ? (
                  <PageForm intent={`remove:${view.id}`} formKey={formKey}>
                    <SubmitButton look="secondary" size="small" aria-label={`${say("remove")}: ${view.name}`}>
                      {say("remove")}
                    </SubmitButton>
                  </PageForm>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </Main>
  )
}

export { PageError as ErrorBoundary }
