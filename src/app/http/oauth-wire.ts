import { Refusal, sayRefusal } from "#kit/refusal.ts"
import { toProblem } from "#kit/serve/problems.ts"
import { type ClientProof, oauthRefusals } from "#oauth"
import type { EdgeContext } from "./edge.ts"

/** No cookie counts at these addresses, so an app in any page may read the answers. */
export function allowAnyOrigin(answer: Response): Response {
  answer.headers.set("access-control-allow-origin", "*")
  answer.headers.set("access-control-allow-headers", "authorization, content-type")
  answer.headers.set("cross-origin-resource-policy", "cross-origin")
  return answer
}

/** Whatever is refused leaves in the protocol's own words, English, as its programs read them (RFC 6749, 5.2). */
export async function answerProtocol(c: EdgeContext, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run()
  } catch (error) {
    const reader = { ...c.get("visit"), language: "en" } as const
    const { status, retryAfterSeconds } = toProblem(error, reader)
    const headers = new Headers({ "cache-control": "no-store", pragma: "no-cache" })
    if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds))
    const isOurs = error instanceof Refusal && error.code.startsWith("oauth.")
    const code = isOurs
      ? error.code.slice("oauth.".length)
      : status >= 500
        ? "server_error"
        : "invalid_request"
    if (status === 401 || status === 403) headers.set("www-authenticate", challenge(c, code))
    const description =
      error instanceof Refusal ? sayRefusal(error, "en") : "Something went wrong on our side."
    const body = { error: status === 429 ? "slow_down" : code, error_description: description }
    return allowAnyOrigin(Response.json(body, { status, headers }))
  }
}

function challenge(c: EdgeContext, code: string): string {
  return c.req.path === "/oauth/userinfo" ? `Bearer error="${code}"` : 'Basic realm="oauth"'
}

const MOST_FORM_TEXT = 16_384

/** Each name once: a proxy in front might read another one of two than we do. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("content-type") ?? ""
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) refuse("it has to be a form")
  const text = await request.text()
  if (text.length > MOST_FORM_TEXT) refuse("it is too long")
  const form = new URLSearchParams(text)
  const twice = [...form.keys()].find((name) => form.getAll(name).length > 1)
  if (twice) refuse(`${twice} is given twice`)
  return form
}

/** By the head or in the form, not both (RFC 6749, 2.3). */
export function readClientProof(request: Request, form: URLSearchParams): ClientProof {
  const head = request.headers.get("authorization")
  const secret = form.get("client_secret") ?? undefined
  const named = form.get("client_id")
  if (head === null) {
    return named === null ? oauthRefusals.refuse("oauth.invalid_client") : { clientId: named, secret }
  }
  const given = /^Basic ([\w+/=-]{1,2000})$/i.exec(head)?.[1]
  if (given === undefined) return oauthRefusals.refuse("oauth.invalid_client")
  if (secret !== undefined) refuse("the client shows itself twice")
  const [id = "", ...rest] = Buffer.from(given, "base64").toString().split(":")
  const clientId = decode(id)
  if (named !== null && named !== clientId) refuse("two clients are named")
  return { clientId, secret: decode(rest.join(":")) }
}

export async function readBearer(request: Request): Promise<string> {
  const given = /^Bearer ([\w.~+/=-]{1,4000})$/i.exec(request.headers.get("authorization") ?? "")?.[1]
  if (given !== undefined) return given
  const isForm = request.method === "POST" && request.headers.has("content-type")
  return (isForm ? (await readForm(request)).get("access_token") : null) ?? refuseToken()
}

function refuseToken(): never {
  return oauthRefusals.refuse("oauth.invalid_token", {}, { because: "none was shown" })
}

function refuse(what: string): never {
  return oauthRefusals.refuse("oauth.invalid_request", { what })
}

/** In the head, both halves are encoded as in a form. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "))
  } catch (cause) {
    throw oauthRefusals.create("oauth.invalid_client", {}, { cause })
  }
}
