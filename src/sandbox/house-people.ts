/** The houses that stand in, and how the real ones are called. */
export const houseNames = {
  google: "Google",
  github: "GitHub",
  kakao: "카카오",
  naver: "네이버",
  oidc: "Demo company directory (OpenID Connect)",
} as const

export type HouseName = keyof typeof houseNames

export interface HousePerson {
  readonly key: string
  /** A number, as GitHub and Kakao have it. */
  readonly id: number
  readonly name: string
  readonly email: string | null
  readonly isVerified: boolean
  readonly note: string
}

/** Whom one may be there: who is known here, who is new, and those whose address must open nothing. */
export const housePeople: readonly HousePerson[] = [
  {
    key: "minji",
    id: 1001,
    name: "김민지",
    email: "minji@example.com",
    isVerified: true,
    note: "new here, confirmed address",
  },
  {
    key: "alex",
    id: 1002,
    name: "Alex Example",
    email: "alex@example.com",
    isVerified: true,
    note: "new here, confirmed address",
  },
  {
    key: "customer",
    id: 1003,
    name: "Demo Customer",
    email: "customer@demo.example",
    isVerified: true,
    note: "has an account in the demo shop, confirmed address",
  },
  {
    key: "impostor",
    id: 1004,
    name: "Somebody Else",
    email: "customer@demo.example",
    isVerified: false,
    note: "typed the demo customer's address; it is not confirmed",
  },
  {
    key: "nameless",
    id: 1005,
    name: "No Address",
    email: null,
    isVerified: false,
    note: "keeps the address to themselves",
  },
]

export function findHousePerson(key: string): HousePerson | undefined {
  return housePeople.find((person) => person.key === key)
}
