import type { Company } from "./company.ts"
import { allow, begin, type Program, post, signedIn } from "./oauth-program.ts"

/** What somebody tries at the sign-in for programs; answers what was seen, throws where it worked. */
export interface Abuse {
  readonly name: string
  run(company: Company): Promise<string>
}

export async function codeFor(company: Company, program: Program) {
  const begun = await begin(program)
  return { begun, callback: await allow(company, await signedIn(company), begun) }
}

export async function userinfo(company: Company, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await company.request("/oauth/userinfo", { headers })).status
}

export function refresh(company: Company, program: Program, token: string) {
  return post(company, "/oauth/token", {
    grant_type: "refresh_token",
    client_id: program.clientId,
    client_secret: program.secret,
    refresh_token: token,
  })
}

export function refusedAs(
  { status, body }: { status: number; body: Readonly<Record<string, unknown>> },
  error: string,
): string {
  insist(body["error"] === error, `It answered ${status} ${JSON.stringify(body)}.`)
  return error
}

export function insist(isSo: boolean, words: string): void {
  if (!isSo) throw new Error(words)
}
