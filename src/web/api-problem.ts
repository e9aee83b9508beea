/** One field that is wrong: `pointer` names the input ("/person/email"), `detail` says why, to people. */
export interface FieldProblem {
  readonly pointer: string
  readonly detail: string
}

export interface ProblemFacts {
  readonly status: number
  /** "billing.invoice_already_paid" */
  readonly code: string
  readonly title: string
  /** In the reader's language. */
  readonly detail: string
  readonly errors?: readonly FieldProblem[]
  readonly retryAfterSeconds?: number
}

/** What the in-process API throws instead of an answer; the same facts as `application/problem+json`. */
export class ApiProblem extends Error implements ProblemFacts {
  override readonly name = "ApiProblem"
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: readonly FieldProblem[]
  readonly retryAfterSeconds: number | undefined

  constructor(facts: ProblemFacts, options?: ErrorOptions) {
    super(`${facts.status} ${facts.code}`, options)
    this.status = facts.status
    this.code = facts.code
    this.title = facts.title
    this.detail = facts.detail
    this.errors = facts.errors ?? []
    this.retryAfterSeconds = facts.retryAfterSeconds
  }
}

/** By name, not by class: while developing, pages and program are two copies of this module. */
export function isApiProblem(error: unknown): error is ApiProblem {
  return error instanceof Error && error.name === "ApiProblem"
}

/** "#/person/email", "/person/email" and "person.email" all name the input `person/email`. */
export function fieldName(pointer: string): string {
  return pointer.replace(/^#?\/?/, "").replaceAll(".", "/")
}
