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

/** The problem inside whatever was thrown by an API call, or nothing when it was something else. */
export function findProblem(error: unknown): Problem | undefined {
  const data = error instanceof Error && "data" in error ? error.data : undefined
  return isProblem(data) ? data : undefined
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    "status" in value &&
    "detail" in value &&
    "instance" in value
  )
}
