/** Which sign-ins elsewhere can be used: four with their own wire, and any that speaks OpenID Connect. */
export const providerKinds = ["google", "github", "kakao", "naver", "oidc"] as const

export type ProviderKind = (typeof providerKinds)[number]

export interface ProviderAddresses {
  /** Where people sign in and codes are exchanged; with OpenID Connect the issuer. */
  readonly baseUrl: string
  /** Where the API that says who somebody is answers. */
  readonly apiUrl: string
}

/** Where the real ones are. Other addresses are settings, so that the same code runs against a stand-in. */
export const realAddresses: Readonly<Record<Exclude<ProviderKind, "oidc">, ProviderAddresses>> = {
  google: { baseUrl: "https://accounts.google.com", apiUrl: "https://accounts.google.com" },
  github: { baseUrl: "https://github.com", apiUrl: "https://api.github.com" },
  kakao: { baseUrl: "https://kauth.kakao.com", apiUrl: "https://kapi.kakao.com" },
  naver: { baseUrl: "https://nid.naver.com", apiUrl: "https://openapi.naver.com" },
}

/** What a house outside says about somebody who has just signed in there. */
export interface OutsidePerson {
  /** Their id there: an address may change hands, this doesn't. */
  readonly subject: string
  readonly email: string | null
  /** Whether that house has seen that the address is theirs. Nobody's word but its own explicit yes. */
  readonly isEmailVerified: boolean
  readonly name: string | null
  /** When they last showed that house who they are, in seconds; null where it doesn't say. */
  readonly authenticatedAt: number | null
}
