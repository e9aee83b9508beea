import { isWithin, readScopes, type Scope } from "./scope.ts"

/** What a program asked for when it sent somebody here. Checked once; then it travels with our own seal on it. */
export interface AuthorizationRequest {
  readonly clientId: string
  readonly redirectUri: string
  readonly scopes: readonly Scope[]
  readonly codeChallenge: string
  readonly prompts: readonly Prompt[]
  /** Milliseconds of the machine's time. */
  readonly askedAt: number
  readonly state?: string
  readonly nonce?: string
  readonly maxAgeSeconds?: number
  /** Whom the program takes them for. */
  readonly hintedPersonId?: string
}

export const prompts = ["none", "login", "consent", "select_account"] as const

export type Prompt = (typeof prompts)[number]

/** Said to the program, in the words of the protocol (RFC 6749, 4.1.2.1; OpenID Connect Core, 3.1.2.6). */
export interface AuthorizationProblem {
  readonly error: string
  readonly description: string
}

export interface AskedClient {
  readonly id: string
  readonly scopes: readonly Scope[]
}

type Read = Omit<AuthorizationRequest, "redirectUri" | "askedAt" | "hintedPersonId">

/** Where to answer is known already: whatever is wrong from here on may be told to the program. */
export function readAuthorizationRequest(
  params: URLSearchParams,
  client: AskedClient,
): Read | AuthorizationProblem {
  const twice = [...params.keys()].find((name) => params.getAll(name).length > 1)
  if (twice) return problem("invalid_request", `${twice} is given twice`)
  for (const name of ["request", "request_uri", "registration"]) {
    if (params.has(name)) return problem(`${name}_not_supported`, `${name} is not supported`)
  }
  if (params.get("response_type") !== "code") {
    return problem("unsupported_response_type", "response_type has to be code")
  }
  if ((params.get("response_mode") ?? "query") !== "query") {
    return problem("invalid_request", "response_mode has to be query")
  }
  const scopes = readScopes(params.get("scope") ?? "")
  if (scopes.length === 0) return problem("invalid_scope", "scope names nothing that is given here")
  if (!isWithin(scopes, client.scopes))
    return problem("invalid_scope", "this client may not ask for all of it")
  return readRest(params, { clientId: client.id, scopes })
}

function readRest(
  params: URLSearchParams,
  base: { readonly clientId: string; readonly scopes: readonly Scope[] },
): Read | AuthorizationProblem {
  // "plain" is refused as well: it would hand the secret to whoever sees the address.
  if (params.get("code_challenge_method") !== "S256") {
    return problem("invalid_request", "PKCE is needed, with code_challenge_method S256")
  }
  const codeChallenge = params.get("code_challenge") ?? ""
  if (!/^[\w-]{43}$/.test(codeChallenge)) return problem("invalid_request", "code_challenge is not S256")
  const wanted = (params.get("prompt") ?? "").split(" ").filter(Boolean)
  const known = wanted.filter((one): one is Prompt => (prompts as readonly string[]).includes(one))
  if (known.length < wanted.length) return problem("invalid_request", "prompt is not known")
  if (known.includes("none") && known.length > 1)
    return problem("invalid_request", "prompt none stands alone")
  const maxAge = params.get("max_age")
  if (maxAge !== null && !/^\d{1,9}$/.test(maxAge)) return problem("invalid_request", "max_age is no number")
  const state = params.get("state")
  const nonce = params.get("nonce")
  if ((state?.length ?? 0) > 1_000 || (nonce?.length ?? 0) > 500) {
    return problem("invalid_request", "state or nonce is too long")
  }
  return {
    ...base,
    codeChallenge,
    prompts: known,
    ...(state === null ? {} : { state }),
    ...(nonce === null ? {} : { nonce }),
    ...(maxAge === null ? {} : { maxAgeSeconds: Number(maxAge) }),
  }
}

function problem(error: string, description: string): AuthorizationProblem {
  return { error, description }
}
