import { SECOND_DEMO_HOST } from "../demo/demo-tenant.ts"
import { openSecondDemoShop } from "../demo/open-demo-company.ts"
import type { Company } from "./company.ts"
import { fetchFrom, type Wish } from "./test-edge.ts"

/** One shop of the two, by its own host name, as a browser that stands on its pages. */
export type ShopDoor = (path: string, wish?: Wish) => Promise<Response>

export interface TwoShops {
  readonly company: Company
  /** The first shop, whose company runs the installation. */
  readonly here: ShopDoor
  /** The second one. */
  readonly there: ShopDoor
  readonly hereUrl: string
  readonly thereUrl: string
}

/** Opens the second demo shop beside the company's. */
export async function openTwoShops(company: Company): Promise<TwoShops> {
  const port = Number(new URL(company.url).port)
  const thereUrl = `http://${SECOND_DEMO_HOST}:${port}`
  await openSecondDemoShop(company.ground, {
    sandboxUrl: `${company.url}/sandbox`,
    publicUrl: thereUrl,
    cardApiKey: "sk_test_of_the_second",
    cardWebhookSecret: "whsec_of_the_second",
    virtfusionToken: "panel-token-of-the-company",
  })
  const doorTo = (url: string): ShopDoor => {
    const { host, origin } = new URL(url)
    return (path, wish = {}) => fetchFrom(port, path, { host, ...wish, headers: { origin, ...wish.headers } })
  }
  return { company, here: doorTo(company.url), there: doorTo(thereUrl), hereUrl: company.url, thereUrl }
}

/** The cookies of a sign-in by password; undefined where it was refused. */
export async function signInAt(
  at: ShopDoor,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<string | undefined> {
  const answer = await at("/api/auth/sign-in/email", { json: { email, password } })
  if (!answer.ok) return undefined
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}

export async function roleAt(at: ShopDoor, cookie: string): Promise<string> {
  return ((await (await at("/api/v1/me", { cookie })).json()) as { role: string }).role
}
