import type { Company } from "./company.ts"
import type { Shopper } from "./company-shoppers.ts"

export async function furnishStaff(
  company: Company,
  tagId: string,
  about: { readonly own: Shopper; readonly operationId: string },
) {
  return {
    ...(await furnishNotices(company, tagId, about.own)),
    ...(await furnishDesk(company, about.operationId)),
  }
}

/** One for the customers who carry a tag, and one for nobody who is here. */
async function furnishNotices({ operator }: Company, tagId: string, own: Shopper) {
  const { customers, notices } = operator.api
  await customers.tags.set({ id: own.accountId ?? "", tagIds: [tagId] })
  const [mine, theirs] = [
    await notices.create(noticeFor(tagId)),
    await notices.create(noticeFor("tag_of_nobody")),
  ]
  for (const { id } of [mine, theirs]) await notices.publish({ id })
  return {
    notices: { own: mine.id, foreign: theirs.id },
    "own-notices": { own: mine.id, foreign: theirs.id },
  }
}

export function noticeFor(tagId: string) {
  return {
    kind: "news" as const,
    importance: "normal" as const,
    title: { en: "Trial", ko: "" },
    body: { en: [{ kind: "paragraph" as const, spans: [{ text: "A trial." }] }], ko: [] },
    audience: { accountKinds: [], countries: [], tagIds: [tagId], needsService: false },
    expiresAt: null,
  }
}

/** A view and a run of the staff's own. */
async function furnishDesk({ operator }: Company, operationId: string) {
  const { views, bulkRuns } = operator.api.desk
  const view = await views.save({ list: "orders", name: "Trial", query: "state=paid", isShared: false })
  const run = await bulkRuns.start({ act: "operations.retry", subjectIds: [operationId] })
  return { views: { own: view.id, foreign: view.id }, "bulk-runs": { own: run.id, foreign: run.id } }
}
