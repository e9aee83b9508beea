import type { Company } from "./company.ts"

export interface Answered {
  readonly status: number
  readonly body: AnswerBody
}

/** Of all that the API answers, what these stories look at. */
export interface AnswerBody {
  readonly code: string
  readonly role: string
  readonly address: string
  readonly picture: string
  readonly recoveryCodes: readonly string[]
  readonly secret: string
  readonly secondFactor: { readonly standing: string; readonly from: string | null } | null
  readonly passkeys: readonly { readonly id: string }[]
  readonly sessions: readonly {
    id: string
    device: string
    address: string
    place: { country: string | null; isPrivate: boolean }
    isThis: boolean
  }[]
}

/** A browser as far as the API sees one: keeps cookies, says where it comes from. */
export interface Traveller {
  readonly cookies: Map<string, string>
  get(path: string): Promise<Answered>
  send(method: string, path: string, json?: object): Promise<Answered>
  signIn(email: string, password: string): Promise<Answered>
  role(): Promise<string>
}

export function openTraveller(
  company: Company,
  userAgent = "Mozilla/5.0 (X11; Linux) Firefox/140.0",
): Traveller {
  const cookies = new Map<string, string>()
  const send = async (method: string, path: string, json?: object): Promise<Answered> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const answer = await company.request(path, {
      method,
      headers: { origin: company.url, "user-agent": userAgent, ...(cookie ? { cookie } : {}) },
      ...(json ? { json } : {}),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ""] = set.split(";")
      const cut = pair.indexOf("=")
      if (/Max-Age=0/i.test(set)) cookies.delete(pair.slice(0, cut))
      else cookies.set(pair.slice(0, cut), pair.slice(cut + 1))
    }
    return { status: answer.status, body: (await answer.json()) as AnswerBody }
  }
  return {
    cookies,
    send,
    get: (path) => send("GET", path),
    signIn: (email, password) => send("POST", "/api/auth/sign-in/email", { email, password }),
    role: async () => (await send("GET", "/api/v1/me")).body.role,
  }
}
