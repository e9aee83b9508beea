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

/** On a fresh connection, before anything else is asked of it: so that each later scope is a bare bind. */
export function prepareScope(client: pg.PoolClient): Promise<unknown> {
  return client.query({ ...SCOPE, values: ["", "off"] })
}

export interface StatementScope {
  readonly tenant: string
  /** "reading": the database refuses whatever would write. */
  readonly mode: "reading" | "writing"
}

export interface Statement {
  readonly text: string
  readonly name?: string | undefined
}

/**
 * One statement as a transaction of its own behind the tenant wall, in a single round trip: the scope and the
 * statement are sent together, and the database ends the transaction they make with the answer. With begin, scope
 * and commit apart it would be three or four.
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

class ScopedStatement extends WireQuery {
  readonly #scope: readonly string[]
  #isScoped = false

  constructor({ tenant, mode }: StatementScope, config: object, values: readonly unknown[]) {
    super(config, values)
    this.#scope = [tenant, mode === "reading" ? "on" : "off"]
  }

  override prepare(wire: Wire): void {
    wire.bind({ statement: SCOPE.name, values: this.#scope })
    wire.execute({})
    super.prepare(wire)
  }

  /** The scope answers with a row of its own, which nobody asked for. */
  override handleDataRow(message: unknown): void {
    if (this.#isScoped) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.#isScoped) super.handleCommandComplete(message, wire)
    this.#isScoped = true
  }
}
