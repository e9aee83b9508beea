/** RFC 9457, as every "no" leaves the house: over HTTP and, to page loaders, in process. Browser-safe. */
export interface Problem {
  readonly type: string
  /** The HTTP status in words; never changes with the case. */
  readonly title: string
  readonly status: number
  /** Declared by a module: "billing.invoice_missing". */
  readonly code: string
  /** What happened and what to do, in the reader's language. */
  readonly detail: string
  /** The request id: what to quote when asking us. */
  readonly instance: string
  readonly errors?: readonly FieldProblem[]
  readonly retryAfterSeconds?: number
}

export interface FieldProblem {
  /** JSON pointer into the input: "/items/0/quantity". */
  readonly pointer: string
  readonly detail: string
}

/** What the in-process API throws: the same facts as the body of `application/problem+json`. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem"
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: readonly FieldProblem[]
  readonly retryAfterSeconds: number | undefined
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.status} ${problem.code}`, options)
    this.status = problem.status
    this.code = problem.code
    this.title = problem.title
    this.detail = problem.detail
    this.errors = problem.errors ?? []
    this.retryAfterSeconds = problem.retryAfterSeconds
    this.problem = problem
  }
}
