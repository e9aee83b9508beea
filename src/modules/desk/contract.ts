import { eventIterator } from "@orpc/contract"
import { z } from "zod"
import { contract, idText, instantText, pageInput, pageOf, progressShape } from "#kit/contract.ts"

/** The lists of the admin that views are kept of: what stands behind /admin/ in the address of each. */
export const viewLists = [
  "orders",
  "subscriptions",
  "dunning",
  "invoices",
  "requests",
  "requests/drafts",
  "requests/refunds",
  "quotes",
  "credit-notes",
  "payment-findings",
  "referrals",
  "price-changes",
  "price-changes/simulation",
  "price-corrections",
  "services",
  "operations",
  "bulk-runs",
  "audit",
  "privacy",
  "customers",
  "customers/import",
  "mails",
  "notices",
  "coupons",
  "figures/sales",
  "ledger/entries",
  "ledger/tax",
  "ledger/tax/documents",
  "ledger/tax/places",
  "ledger/tax/sales-list",
  "tenants",
] as const

export const viewShape = z.object({
  id: z.string(),
  list: z.enum(viewLists),
  name: z.string(),
  /** What stands behind the "?" of the list's address: filters, order and columns. */
  query: z.string(),
  isShared: z.boolean(),
  isOwn: z.boolean(),
})

/** prepared: put together, and waiting for the yes of whoever did. */
export const bulkStates = ["prepared", "running", "done"] as const
export const bulkItemStates = ["waiting", "done", "failed"] as const

export const bulkRunShape = z.object({
  id: z.string(),
  act: z.string(),
  title: z.string(),
  state: z.enum(bulkStates),
  startedByName: z.string(),
  total: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  createdAt: instantText,
  endedAt: instantText.nullable(),
})

export const bulkItemShape = z.object({
  subjectId: z.string(),
  /** What it is, and about what and whom, in the reader's language; null: its id says all that is known. */
  title: z.string().nullable(),
  about: z.string().nullable(),
  state: z.enum(bulkItemStates),
  /** Why it did not work, in the reader's language. */
  why: z.string().nullable(),
})

export const bulkRunDetailShape = bulkRunShape.extend({
  reason: z.string().nullable(),
  /** What was chosen for all of them, in words where it is still one of the choices. */
  choice: z.string().nullable(),
  /** What happens to each of them, and what is to be said before it does. */
  warns: z.string().nullable(),
  isGrave: z.boolean(),
  needsReason: z.boolean(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  /** The first of them, what failed before all others; `items` has all. */
  items: z.array(bulkItemShape),
})

/** As many as one run takes; whoever has more starts another one. */
export const mostBulkThings = 2_000

const said = {
  reason: z.string().trim().min(3).max(300).optional(),
  choice: z.string().max(60).optional(),
}
const wanted = { act: z.string().max(60), subjectIds: z.array(idText).max(mostBulkThings) }

const tags = ["desk"]
const one = z.object({ id: idText })

export const deskContract = {
  views: {
    list: contract
      .route({ method: "GET", path: "/views", tags, summary: "Saved views: one's own and shared ones" })
      .input(z.object({ list: z.enum(viewLists).optional() }))
      .output(z.object({ items: z.array(viewShape) })),
    save: contract
      .route({
        method: "POST",
        path: "/views",
        tags,
        summary: "Keep a view; one's own of the same name is replaced",
      })
      .input(
        z.object({
          list: z.enum(viewLists),
          name: z.string().trim().min(1).max(60),
          query: z.string().max(1_000),
          isShared: z.boolean(),
        }),
      )
      .output(viewShape),
    remove: contract
      .route({ method: "DELETE", path: "/views/{id}", tags, summary: "Forget a view of one's own" })
      .input(one)
      .output(z.object({ id: z.string() })),
  },
  bulkRuns: {
    list: contract
      .route({
        method: "GET",
        path: "/bulk-runs",
        tags,
        summary: "What was done with many at once, newest first",
      })
      .input(pageInput)
      .output(pageOf(bulkRunShape)),
    get: contract
      .route({ method: "GET", path: "/bulk-runs/{id}", tags, summary: "One of them, thing by thing" })
      .input(one)
      .output(bulkRunDetailShape),
    progress: contract
      .route({
        method: "GET",
        path: "/bulk-runs/{id}/progress",
        tags,
        summary: "As it goes on (server-sent events)",
      })
      .input(one)
      .output(eventIterator(progressShape)),
    items: contract
      .route({
        method: "GET",
        path: "/bulk-runs/{id}/items",
        tags,
        summary: "What became of each thing, in the order in which they are done",
      })
      .input(pageInput.extend({ id: idText, state: z.enum(bulkItemStates).optional() }))
      .output(pageOf(bulkItemShape)),
    acts: contract
      .route({
        method: "GET",
        path: "/bulk-acts",
        tags,
        summary: "What the caller may do with many things of a list",
      })
      .input(z.object({ list: z.string().max(40) }))
      .output(
        z.object({
          items: z.array(
            z.object({
              name: z.string(),
              title: z.string(),
              isGrave: z.boolean(),
              /** Among "all that match" it is for these alone. */
              only: z.record(z.string(), z.string()),
            }),
          ),
        }),
      ),
    prepare: contract
      .route({
        method: "POST",
        path: "/bulk-runs/prepared",
        tags,
        successStatus: 201,
        summary: "Put a run together, to be looked at before it begins",
      })
      .input(z.object(wanted))
      .output(bulkRunShape),
    confirm: contract
      .route({ method: "PUT", path: "/bulk-runs/{id}/confirm", tags, summary: "Let a prepared run begin" })
      .input(one.extend(said))
      .output(bulkRunShape),
    drop: contract
      .route({ method: "DELETE", path: "/bulk-runs/{id}", tags, summary: "Forget a prepared run" })
      .input(one)
      .output(z.object({ id: z.string() })),
    retry: contract
      .route({
        method: "POST",
        path: "/bulk-runs/{id}/retry",
        tags,
        successStatus: 202,
        summary: "Once more, with what failed in this run: a run of its own",
      })
      .input(one)
      .output(bulkRunShape),
    start: contract
      .route({
        method: "POST",
        path: "/bulk-runs",
        tags,
        successStatus: 202,
        summary: "Do one thing with many: it goes on by itself and reports what failed",
      })
      .input(z.object({ ...wanted, ...said }))
      .output(bulkRunShape),
  },
}
