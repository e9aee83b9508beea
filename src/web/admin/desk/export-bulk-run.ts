import type { ApiClient } from "../../api-context.ts"
import { pages, type Rows } from "../export-rows.ts"

/** What became of each thing of a run, with why it did not work where it didn't. */
export function exportBulkRun(api: ApiClient, search: URLSearchParams): Rows {
  return pages(
    (page) => api.desk.bulkRuns.items({ ...page, id: search.get("run") ?? "" }),
    ({ subjectId, title, about, state, why }) => ({ id: subjectId, title, about, state, why }),
  )
}
