import { type ActionFunctionArgs, redirect } from "react-router"
import type { ApiClient, PageServices } from "../../api-context.ts"
import { serveForm } from "../../serve-page.ts"
import { withSpan } from "../../span.ts"

/** As many as one run takes; whoever has more starts another one. */
const mostChosen = 2_000
const pageSize = 100

export interface BulkPage {
  readonly limit: number
  readonly after: string | undefined
}

export interface BulkRows {
  readonly items: readonly { readonly id: string }[]
  readonly next: string | null
}

/** A page of the list as its address asks for it; of a row that the act is not for, nothing. */
export type FindRows = (
  api: ApiClient,
  search: URLSearchParams,
  ask: { readonly page: BulkPage; readonly act: string },
) => Promise<BulkRows>

/** What the reader may do with many rows of this list. */
export async function offerBulk({ api, me }: PageServices, list: string) {
  if (!me.permissions.includes("desk.bulk-runs.write")) return []
  return (await api.desk.bulkRuns.acts({ list })).items
}

/** The action of a list: puts a run together from what was ticked, or from all that the filter finds. */
export function prepareBulk(args: ActionFunctionArgs, list: string, find: FindRows) {
  const { searchParams } = new URL(args.request.url)
  return serveForm(args, async ({ services, values, key }) => {
    const act = values["doing"] ?? ""
    const subjectIds =
      values["all"] === "yes" ? await findAll(services, { list, act, searchParams, find }) : chosenIn(values)
    const { id } = await services.withKey(`${key}:${act}`).desk.bulkRuns.prepare({ act, subjectIds })
    return redirect(`/admin/bulk-runs/${id}`)
  })
}

function chosenIn(values: Readonly<Record<string, string>>): string[] {
  return Object.keys(values).flatMap((name) => (name.startsWith("row:") ? [name.slice("row:".length)] : []))
}

interface Wanted {
  readonly list: string
  readonly act: string
  readonly searchParams: URLSearchParams
  readonly find: FindRows
}

/** On all pages of the list, and only what the act is for. */
async function findAll(services: PageServices, { list, act, searchParams, find }: Wanted): Promise<string[]> {
  const offered = (await offerBulk(services, list)).find(({ name }) => name === act)
  const search = withSpan(searchParams, services)
  for (const [name, value] of Object.entries(offered?.only ?? {})) {
    if ((search.get(name) || value) !== value) return []
    search.set(name, value)
  }
  const found: string[] = []
  for (let after: string | undefined, isMore = true; isMore && found.length < mostChosen; ) {
    const rows = await find(services.api, search, { page: { limit: pageSize, after }, act })
    found.push(...rows.items.map(({ id }) => id))
    isMore = rows.next !== null
    after = rows.next ?? undefined
  }
  return found.slice(0, mostChosen)
}
