import type { ApiProblem, FieldProblem, Problem } from "#kit/problem.ts"

/** What pages show of a problem: it travels to the browser, so the rest stays behind. */
export interface ProblemFacts extends Pick<Problem, "status" | "code" | "title" | "detail"> {
  readonly errors: readonly FieldProblem[]
}

/** By name, not by class: while developing, pages and program are two copies of that module. */
export function isApiProblem(error: unknown): error is ApiProblem {
  return error instanceof Error && error.name === "ApiProblem"
}

/** "#/person/email", "/person/email" and "person.email" all name the input `person/email`. */
export function fieldName(pointer: string): string {
  return pointer.replace(/^#?\/?/, "").replaceAll(".", "/")
}
