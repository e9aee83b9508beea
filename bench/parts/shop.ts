import { randomBytes, randomUUID } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { DEMO_TENANT, demoPeople } from "#app/demo/demo-tenant.ts"

/** The program's public door, as somebody else's program uses it. */
export interface Shop {
  readonly url: string
  readonly tenant: string
  /** The header that says who is asking. */
  readonly key: string
  /** As the demo customer; answers the cookie. */
  signIn(): Promise<string>
  signInAsStaff(): Promise<string>
  call<Answer>(method: string, path: string, body?: object): Promise<Answer>
  /** A cart with one kind of server in it. */
  fillCart(quantity?: number): Promise<string>
  /** From an empty cart to an order that waits for its money. */
  placeOrder(quantity?: number): Promise<PlacedOrder>
  /** At the gateway's page, as the payer's browser: answers when the gateway has taken the money. */
  pay(order: PlacedOrder): Promise<void>
}

export interface PlacedOrder {
  readonly id: string
  readonly attemptId: string
  readonly quantity: number
}

interface Offer {
  readonly planId: string
  readonly locationId: string
  readonly imageId: string
}

export async function openShop(url: string): Promise<Shop> {
  const key = await createKey(url)
  const call: Shop["call"] = (method, path, body) =>
    callApi({ url, method, path, body, headers: { authorization: `Bearer ${key}` } })
  const offer = await readOffer(call)
  const fillCart = async (quantity = 1) => {
    const { token } = await call<{ token: string }>("POST", "/carts", {})
    const hostname = `${randomBytes(5).toString("hex")}.demo.example`
    await call("POST", `/carts/${token}/items`, { ...offer, cycle: "monthly", hostname, quantity })
    return token
  }
  return {
    url,
    tenant: DEMO_TENANT,
    key,
    signIn: () => signIn(url, demoPeople.english),
    signInAsStaff: () => signIn(url, demoPeople.operator),
    call,
    fillCart,
    placeOrder: async (quantity = 1) => {
      const cartToken = await fillCart(quantity)
      const wish = { cartToken, country: "KR", language: "en", acceptTerms: true }
      const order = await call<{ id: string; paymentRequestId: string }>("POST", "/checkout", wish)
      const attempt = await call<{ id: string }>("POST", `/payment-requests/${order.paymentRequestId}/pay`)
      return { id: order.id, attemptId: attempt.id, quantity }
    },
    pay: (order) => payOrder(call, order),
  }
}

async function signIn(
  url: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<string> {
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email, password }),
  })
  if (!signedIn.ok) throw new Error(`${email} could not sign in: ${await signedIn.text()}`)
  return signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}

async function createKey(url: string): Promise<string> {
  const headers = { cookie: await signIn(url, demoPeople.english), origin: url }
  const me = await callApi<{ permissions: string[] }>({ url, method: "GET", path: "/me", headers })
  const body = { name: "benchmark", scopes: me.permissions }
  const made = await callApi<{ secret: string }>({ url, method: "POST", path: "/api-keys", headers, body })
  return made.secret
}

async function readOffer(call: Shop["call"]): Promise<Offer> {
  const { items } = await call<{
    items: { slug: string; plans: { id: string }[]; locations: { id: string }[]; images: { id: string }[] }[]
  }>("GET", "/catalog/products?currency=KRW")
  const product = items.find((one) => one.slug === "vps")
  const [plan, location, image] = [product?.plans[0], product?.locations[0], product?.images[0]]
  if (!plan || !location || !image) throw new Error("The shop has no server to sell.")
  return { planId: plan.id, locationId: location.id, imageId: image.id }
}

async function payOrder(call: Shop["call"], order: PlacedOrder): Promise<void> {
  const page = await fetch(await waitForPage(call, order.attemptId))
  const action = /<form method="post" action="([^"]+)"/.exec(await page.text())?.[1]
  if (!action) throw new Error(`${page.url} shows no form to pay with.`)
  const answer = await fetch(new URL(action.replaceAll("&amp;", "&"), page.url), {
    method: "POST",
    body: new URLSearchParams({ card: "4242424242424242" }),
    redirect: "manual",
  })
  await answer.arrayBuffer()
  if (answer.status !== 303) throw new Error(`The gateway answered ${answer.status}.`)
}

async function waitForPage(call: Shop["call"], attemptId: string): Promise<string> {
  for (let looks = 0; looks < 3_000; looks++) {
    const attempt = await call<{ redirectUrl: string | null }>("GET", `/payment-attempts/${attemptId}`)
    if (attempt.redirectUrl) return attempt.redirectUrl
    await pause(10)
  }
  throw new Error(`Attempt ${attemptId} got no page to pay at.`)
}

async function callApi<Answer>(wish: {
  readonly url: string
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: object | undefined
}): Promise<Answer> {
  const { url, method, path, body } = wish
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      ...wish.headers,
      ...(body ? { "content-type": "application/json" } : {}),
      ...(method === "POST" ? { "idempotency-key": randomUUID() } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}
