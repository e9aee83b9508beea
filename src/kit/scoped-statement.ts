import pg from "pg"

/** The part of pg's connection and query that a statement is sent with; its types leave them out. */
interface Wire {
  bind(message: { readonly statement: string; readonly values: readonly string[] }): void
  execute(message: object): void
}

interface WireQuery {
  prepare(wire: Wire): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, wire: Wire): void
}

const WireQuery = pg.Query as unknown as new (config: object, values: readonly unknown[]) => WireQuery

const SCOPE = {
  name: "hostwell_scope",
  text: "select set_config('app.tenant_id', $1, true), set_config('transaction_read_only', $2, true)",
}

const BEGIN = { name: "hostwell_begin", text: "begin" }

/** On a fresh connection, before anything else is asked of it: so that each later scope is a bare bind. */
export async function prepareScope(client: pg.ClientBase): Promise<void> {
  await client.query({ ...SCOPE, values: ["", "off"] })
  await client.query({ ...BEGIN, values: [] })
  await client.query("rollback")
}

export interface StatementScope {
  /** Absent only where a transaction across tenants begins. */
  readonly tenant?: string | undefined
  /**
   * "reading": the database refuses whatever would write. "beginning": the statement opens a transaction that lasts
   * until its commit; a reading one is a transaction of its own, and so is a "lone" one, which may write.
   */
  readonly mode: "reading" | "beginning" | "lone"
}

export interface Statement {
  readonly text: string
  readonly name?: string | undefined
}

/**
 * One statement behind the tenant wall in a single round trip: what opens the scope is sent together with it. A
 * transaction of its own ends with the answer; with begin, scope and commit apart it would be three or four trips.
 */
export function sendScoped(
  client: pg.PoolClient,
  scope: StatementScope,
  statement: Statement,
  values: readonly unknown[],
): Promise<pg.QueryResult> {
  const { promise, resolve, reject } = Promise.withResolvers<pg.QueryResult>()
  const callback = (error: Error | null | undefined, result: pg.QueryResult) =>
    error ? reject(error) : resolve(result)
  const query = new ScopedStatement(scope, { ...statement, queryMode: "extended", callback }, values)
  const sent: unknown = client.query(query as unknown as pg.Submittable)
  // Whoever watches statements may hold this one back, and break.
  if (sent instanceof Promise) sent.catch(reject)
  return promise
}

/** What goes ahead of the statement; each answers by itself, and nobody asked for that. */
function preludeOf({ tenant, mode }: StatementScope) {
  const isReading = mode === "reading" ? "on" : "off"
  return [
    ...(mode === "beginning" ? [{ statement: BEGIN.name, values: [] }] : []),
    ...(tenant === undefined ? [] : [{ statement: SCOPE.name, values: [tenant, isReading] }]),
  ]
}

class ScopedStatement extends WireQuery {
  /** For those who follow what is said in a transaction. */
  readonly isBeginning: boolean
  readonly #prelude: ReturnType<typeof preludeOf>
  #unanswered: number

  constructor(scope: StatementScope, config: object, values: readonly unknown[]) {
    super(config, values)
    this.isBeginning = scope.mode === "beginning"
    this.#prelude = preludeOf(scope)
    this.#unanswered = this.#prelude.length
  }

  override prepare(wire: Wire): void {
    for (const message of this.#prelude) {
      wire.bind(message)
      wire.execute({})
    }
    super.prepare(wire)
  }

  override handleDataRow(message: unknown): void {
    if (this.#unanswered === 0) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.#unanswered === 0) super.handleCommandComplete(message, wire)
    else this.#unanswered -= 1
  }
}
