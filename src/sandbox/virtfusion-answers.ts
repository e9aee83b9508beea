import type { Context as HonoContext } from "hono"

/** What a handler says; the middleware turns it into an answer, or spoils it. */
export interface Answer {
  readonly status: 200 | 201 | 204 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 500
  readonly body?: unknown
}

export const ok = (data: unknown): Answer => ({ status: 200, body: { data } })
export const created = (data: unknown): Answer => ({ status: 201, body: { data } })
export const done: Answer = { status: 204 }
export const missing = (what: string): Answer => ({ status: 404, body: { msg: `${what} not found` } })
export const locked = (msg: string): Answer => ({ status: 423, body: { msg } })
export const conflict = (msg: string): Answer => ({ status: 409, body: { msg } })
export const refused = (...errors: string[]): Answer => ({ status: 422, body: { errors } })
/** Laravel's own form, which some endpoints answer with. */
export const invalid = (errors: Record<string, string[]>): Answer => ({
  status: 422,
  body: { message: "The given data was invalid.", errors },
})

export function send(c: HonoContext, answer: Answer): Response {
  if (answer.status === 204) return c.body(null, 204)
  return answer.body === undefined ? c.body(null, answer.status) : c.json(answer.body, answer.status)
}

/** A Laravel paginator: 20 a page unless asked, 200 at most. */
export function paginate(c: HonoContext, items: readonly unknown[]): Answer {
  const perPage = Math.min(200, Math.max(1, Number(c.req.query("results") ?? 20) || 20))
  const page = Math.max(1, Number(c.req.query("page") ?? 1) || 1)
  const lastPage = Math.max(1, Math.ceil(items.length / perPage))
  const body = {
    current_page: page,
    last_page: lastPage,
    next_page_url: page < lastPage ? `?page=${page + 1}` : null,
    per_page: perPage,
    total: items.length,
    data: items.slice((page - 1) * perPage, page * perPage),
  }
  return { status: 200, body }
}
