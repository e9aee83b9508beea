import type { Problem } from "#kit/problem.ts"

export function problemResponse(problem: Problem, headers: Headers = new Headers()): Response {
  headers.set("content-type", "application/problem+json")
  headers.set("cache-control", "no-store")
  if (problem.retryAfterSeconds !== undefined) headers.set("retry-after", String(problem.retryAfterSeconds))
  if (problem.status === 401) headers.set("www-authenticate", 'Bearer realm="hostwell"')
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
