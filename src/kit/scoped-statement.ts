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
  /** Asked in the same message, ahead of the statement. */
  readonly guard?: Guard | undefined
}

/** What must hold, or nothing that is said behind it counts: a question that then gives a row. */
export interface Guard {
  /** Each text has its own: the server keeps it under that name. */
  readonly name: string
  readonly text: string
  readonly values: readonly string[]
  /** What is thrown where it gives none. */
  readonly refuse: () => Error
}

export interface Statement {
  readonly text: string
  readonly name?: string | undefined
}

/**
 * One statement behind the tenant wall in a single round trip: what opens the scope is sent together with it. A
 * transaction of its own ends with the answer; with begin, scope and commit apart it would be three or four trips.
 */
export async function sendScoped(
  client: pg.PoolClient,
  scope: StatementScope,
  statement: Statement,
  values: readonly unknown[],
): Promise<pg.QueryResult> {
  const { guard, ...bare } = scope
  if (!guard || isKept(client, guard)) return send(client, scope, statement, values)
  // The first time on this connection it goes ahead by itself: a bare bind needs what the server already keeps.
  const held = await send(client, bare, guard, guard.values)
  if (held.rows.length === 0) throw guard.refuse()
  if (scope.mode === "beginning") return client.query({ ...statement, values: [...values] })
  return send(client, bare, statement, values)
}

function isKept(client: pg.PoolClient, { name }: Guard): boolean {
  const { connection } = client as unknown as { connection: { parsedStatements: Record<string, string> } }
  return connection.parsedStatements[name] !== undefined
}

function send(
  client: pg.PoolClient,
  scope: StatementScope,
  statement: Statement,
  values: readonly unknown[],
): Promise<pg.QueryResult> {
  const { promise, resolve, reject } = Promise.withResolvers<pg.QueryResult>()
  const callback = (error: Error | null | undefined, result: pg.QueryResult) => {
    // Whatever the statement itself came to: behind a guard that does not hold it was not to be asked.
    if (scope.guard && query.isRefused) reject(scope.guard.refuse())
    else if (error) reject(error)
    else resolve(result)
  }
  const query: ScopedStatement = new ScopedStatement(
    scope,
    { ...statement, queryMode: "extended", callback },
    values,
  )
  const sent: unknown = client.query(query as unknown as pg.Submittable)
  // Whoever watches statements may hold this one back, and break.
  if (sent instanceof Promise) sent.catch(reject)
  return promise
}

/** What goes ahead of the statement; each answers by itself, and nobody asked for that. */
function preludeOf({ tenant, mode, guard }: StatementScope) {
  const isReading = mode === "reading" ? "on" : "off"
  return [
    ...(mode === "beginning" ? [{ statement: BEGIN.name, values: [] }] : []),
    ...(tenant === undefined ? [] : [{ statement: SCOPE.name, values: [tenant, isReading] }]),
    ...(guard ? [{ statement: guard.name, values: guard.values }] : []),
  ]
}

class ScopedStatement extends WireQuery {
  /** For those who follow what is said in a transaction. */
  readonly isBeginning: boolean
  /** The same: the guard's values as well. */
  readonly said: readonly unknown[]
  readonly #prelude: ReturnType<typeof preludeOf>
  readonly #hasGuard: boolean
  #unanswered: number
  #guardRows = 0

  constructor(scope: StatementScope, config: object, values: readonly unknown[]) {
    super(config, values)
    this.isBeginning = scope.mode === "beginning"
    this.said = [...(scope.guard?.values ?? []), ...values]
    this.#hasGuard = scope.guard !== undefined
    this.#prelude = preludeOf(scope)
    this.#unanswered = this.#prelude.length
  }

  /** The guard was answered, by no row. */
  get isRefused(): boolean {
    return this.#hasGuard && this.#unanswered === 0 && this.#guardRows === 0
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
    else if (this.#hasGuard && this.#unanswered === 1) this.#guardRows += 1
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.#unanswered === 0) super.handleCommandComplete(message, wire)
    else this.#unanswered -= 1
  }
}
