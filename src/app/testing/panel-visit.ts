/** The panel as a customer's browser sees it: follows a sign-on link and types into the machine's console. */
export interface PanelVisit {
  readonly status: number
  readonly text: string
  signIn(user: string, password: string): Promise<string>
}

export async function openPanelLink(url: string): Promise<PanelVisit> {
  const arrived = await fetch(url, { redirect: "manual" })
  const to = arrived.headers.get("location")
  if (arrived.status !== 303 || !to) return { status: arrived.status, text: await arrived.text(), signIn }
  const cookie = arrived.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
  const page = await fetch(new URL(to, url), { headers: { cookie } })
  const text = await page.text()
  return {
    status: page.status,
    text,
    signIn: (user, password) => typeIn({ page: page.url, cookie, user, password }),
  }
}

async function signIn(): Promise<string> {
  throw new Error("The link did not open, so there is no console.")
}

async function typeIn(wish: {
  page: string
  cookie: string
  user: string
  password: string
}): Promise<string> {
  const { page, cookie, user, password } = wish
  const answer = await fetch(`${page}/console`, {
    method: "POST",
    headers: { cookie, origin: new URL(page).origin },
    body: new URLSearchParams({ user, password }),
  })
  return /role="status">([^<]+)</.exec(await answer.text())?.[1] ?? `no words (${answer.status})`
}
