import type { Page } from "../browser.ts"

interface PanelServer {
  readonly name: string
  readonly hostname: string | null
  readonly buildCount: number
}

/** The panel's own books. */
export async function readPanelServers(url: string): Promise<PanelServer[]> {
  const answer = await fetch(`${url}/sandbox/virtfusion/control/books`)
  return ((await answer.json()) as { servers: PanelServer[] }).servers
}

/** How often a kind of call came in. */
export async function countPanelCalls(url: string, kind: string): Promise<number> {
  const answer = await fetch(`${url}/sandbox/virtfusion/control/books`)
  return ((await answer.json()) as { calls: Record<string, number> }).calls[kind] ?? 0
}

export async function setPanelPace(url: string, buildSeconds: number): Promise<void> {
  await change(url, "PUT", "settings", { buildSeconds })
}

/** A switch of the panel, as on its page. */
export async function spoilPanel(
  url: string,
  fault: {
    readonly call: string
    readonly fault: string
    readonly remaining: number | null
    readonly delayMs?: number
  },
): Promise<void> {
  await change(url, "POST", "faults", fault)
}

export async function mendPanel(url: string): Promise<void> {
  await fetch(`${url}/sandbox/virtfusion/control/faults`, { method: "DELETE" })
}

async function change(url: string, method: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`${url}/sandbox/virtfusion/control/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
}

/** Types into the console of the machine that the panel's page shows; answers what it says. */
export async function signInAtConsole(page: Page, user: string, password: string): Promise<string> {
  await page.getByLabel("Login").fill(user)
  await page.getByLabel("Password").fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
  return page.getByRole("status").innerText()
}
