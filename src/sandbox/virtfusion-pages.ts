import { randomBytes, timingSafeEqual } from "node:crypto"
import { and, desc, eq, isNull } from "drizzle-orm"
import { Hono, type Context as HonoContext } from "hono"
import { getCookie, setCookie } from "hono/cookie"
import { html } from "hono/html"
import { addFault, clearFaults, listFaults } from "./stand-in-faults.ts"
import { type Markup, renderPage, renderTable, renderTourNote, styleSheet } from "./stand-in-page.ts"
import { callKinds, faultInput, listCalls, saveSettings } from "./virtfusion-control.ts"
import { virtfusionFaults } from "./virtfusion-faults.ts"
import type { VirtfusionOptions } from "./virtfusion-options.ts"
import { findServer, listServers } from "./virtfusion-servers.ts"
import { type ServerRow, stageOf } from "./virtfusion-shapes.ts"
import { virtfusionTokens, virtfusionUsers } from "./virtfusion-tables.ts"

/** What people see of the panel: its client area (behind a sign-on link) and the look inside. */
export function createPages(options: VirtfusionOptions): Hono {
  const pages = new Hono()
  pages.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }))
  pages.get("/", async (c) => c.html(await renderInside(options)))
  pages.post("/faults", async (c) => {
    const form = await c.req.parseBody()
    const wanted = faultInput.safeParse({ ...form, remaining: form.remaining === "" ? null : form.remaining })
    if (wanted.success) await addFault(options.database, "virtfusion", wanted.data, options.clock.now())
    return c.redirect(`${options.basePath}/`, 303)
  })
  pages.post("/faults/clear", async (c) => {
    await clearFaults(options.database, "virtfusion")
    return c.redirect(`${options.basePath}/`, 303)
  })
  pages.post("/settings", async (c) => {
    const form = await c.req.parseBody()
    const buildSeconds = Number(form.buildSeconds)
    if (Number.isInteger(buildSeconds) && buildSeconds >= 0) await saveSettings(options, { buildSeconds })
    return c.redirect(`${options.basePath}/`, 303)
  })
  pages.get("/token_authenticate/", (c) => openSession(options, c))
  pages.get("/client/servers/:id", (c) => showServer(options, c, ""))
  pages.post("/client/servers/:id/console", async (c) => {
    const form = await c.req.parseBody()
    return showServer(
      options,
      c,
      typeof form.password === "string" ? form.password : "",
      typeof form.user === "string" ? form.user : "",
    )
  })
  return pages
}

/** A link works once and for a minute; then the browser holds a session of its own. */
async function openSession(options: VirtfusionOptions, c: HonoContext): Promise<Response> {
  const now = options.clock.now()
  const session = randomBytes(24).toString("hex")
  const opened = await options.database.transactAcrossTenants(async (db) => {
    const [token] = await db
      .update(virtfusionTokens)
      .set({ usedAt: now })
      .where(
        and(
          eq(virtfusionTokens.id, c.req.query("1") ?? ""),
          eq(virtfusionTokens.secret, c.req.query("2") ?? ""),
          eq(virtfusionTokens.kind, "sign_on"),
          isNull(virtfusionTokens.usedAt),
        ),
      )
      .returning()
    if (!token || Temporal.Instant.compare(now, token.expiresAt) > 0) return undefined
    await db.insert(virtfusionTokens).values({
      id: session,
      secret: "",
      kind: "session",
      userId: token.userId,
      expiresAt: now.add({ hours: 2 }),
    })
    return token
  })
  if (!opened)
    return c.html(await frame(options, html`<p class="bad">This link has been used or is too old.</p>`), 403)
  setCookie(c, "virtfusion_session", session, {
    path: options.basePath || "/",
    httpOnly: true,
    sameSite: "Lax",
  })
  return c.redirect(`${options.basePath}/client/servers/${opened.serverId ?? ""}`, 303)
}

async function showServer(
  options: VirtfusionOptions,
  c: HonoContext,
  password: string,
  user = "",
): Promise<Response> {
  const now = options.clock.now()
  const found = await options.database.transactAcrossTenants(async (db) => {
    const [session] = await db
      .select()
      .from(virtfusionTokens)
      .where(
        and(
          eq(virtfusionTokens.id, getCookie(c, "virtfusion_session") ?? ""),
          eq(virtfusionTokens.kind, "session"),
        ),
      )
      .limit(1)
    if (!session || Temporal.Instant.compare(now, session.expiresAt) > 0) return undefined
    const server = await findServer({ db, now }, Number(c.req.param("id")))
    return server?.owner.id === session.userId ? server : undefined
  })
  if (!found) return c.html(await frame(options, html`<p class="bad">Please sign in first.</p>`), 403)
  const { server, owner } = found
  const words = signInWords(server, user, password, now)
  return c.html(await frame(options, renderServer(options, server, owner.email, words, now)))
}

/** The machine's own sign-in, as its console would answer. */
function signInWords(server: ServerRow, user: string, password: string, now: Temporal.Instant): Markup {
  if (password === "") return html``
  if (stageOf(server, now) !== "complete" || server.suspended || !server.poweredOn) {
    return html`<p class="bad" role="status">The machine is not running.</p>`
  }
  const isRight = user === "root" && server.rootPassword !== null && isSame(password, server.rootPassword)
  return isRight
    ? html`<p class="good" role="status">Signed in as root@${server.hostname}.</p>`
    : html`<p class="bad" role="status">Login incorrect.</p>`
}

function isSame(first: string, second: string): boolean {
  const [one, two] = [Buffer.from(first), Buffer.from(second)]
  return one.length === two.length && timingSafeEqual(one, two)
}

function renderServer(
  options: VirtfusionOptions,
  server: ServerRow,
  email: string,
  words: Markup,
  now: Temporal.Instant,
): Markup {
  return html`<h1>${server.hostname ?? server.name}</h1>
    ${renderTable(
      "Server",
      ["Name", "Owner", "State", "Address", "Memory", "Disk", "Cores"],
      [
        [
          server.name,
          email,
          server.suspended ? "suspended" : stageOf(server, now),
          server.ipv4.join(" "),
          `${server.memory} MB`,
          `${server.storage} GB`,
          server.cpuCores,
        ],
      ],
    )}
    <h2>Console</h2>
    ${words}
    <form class="row" method="post" action="${options.basePath}/client/servers/${server.id}/console">
      <label>Login <input name="user" value="root" autocomplete="off" required /></label>
      <label>Password <input name="password" type="password" autocomplete="off" required /></label>
      <button>Sign in</button>
    </form>`
}

async function renderInside(options: VirtfusionOptions): Promise<Markup> {
  const now = options.clock.now()
  const [settings, faults, calls] = [
    await saveSettings(options, {}),
    await listFaults(options.database, "virtfusion"),
    await listCalls(options, 50),
  ]
  const books = await options.database.transactAcrossTenants(async (db) => ({
    users: await db.select().from(virtfusionUsers).orderBy(desc(virtfusionUsers.id)).limit(100),
    servers: (await listServers({ db, now })).reverse().slice(0, 100),
  }))
  const body = html`
    ${renderTable(
      "Servers",
      ["Id", "Name", "Host name", "Owner", "State", "Suspended", "Package", "Address", "Builds"],
      books.servers.map(({ server, owner }) => [
        server.id,
        server.name,
        server.hostname,
        owner.email,
        stageOf(server, now),
        server.suspended ? "yes" : "no",
        server.packageId,
        server.ipv4.join(" "),
        server.buildCount,
      ]),
    )}
    ${renderTable(
      "Users",
      ["Id", "extRelationId", "Name", "E-mail"],
      books.users.map((user) => [user.id, user.extRelationId, user.name, user.email]),
    )}
    <h2>Settings</h2>
    <form class="row" method="post" action="${options.basePath}/settings">
      <label>Build takes, seconds <input name="buildSeconds" type="number" min="0" value="${settings.buildSeconds}" /></label>
      <button>Save</button>
    </form>
    <h2>Faults</h2>
    ${renderFaultForm(options)}
    ${renderTable(
      "Faults waiting",
      ["Call", "Fault", "Times left", "Delay"],
      faults.map((fault) => [fault.call, fault.fault, fault.remaining ?? "∞", `${fault.delayMs} ms`]),
    )}
    <form class="row" method="post" action="${options.basePath}/faults/clear"><button>Take all faults away</button></form>
    ${renderTable(
      "Last calls",
      ["At", "Call", "Path", "Answer", "Fault"],
      calls.map((call) => [call.at.toString(), call.kind, call.path, call.status, call.fault]),
    )}`
  return frame(options, body)
}

/** What whoever only looks around tries first: paid, and no room for it. */
const ROOMLESS = { call: "servers.create.dry-run", fault: "full" }

function renderFaultForm(options: VirtfusionOptions): Markup {
  return html`<form class="row" id="tour-break" tabindex="-1" method="post" action="${options.basePath}/faults">
    ${renderTourNote()}
    <label>Call <select name="call">${["*", ...callKinds].map((kind) => html`<option ${kind === ROOMLESS.call ? "selected" : ""}>${kind}</option>`)}</select></label>
    <label>Fault
      <select name="fault">
        ${Object.entries(virtfusionFaults).map(([name, words]) => html`<option value="${name}" ${name === ROOMLESS.fault ? "selected" : ""}>${name}: ${words}</option>`)}
      </select>
    </label>
    <label>Times (empty: always) <input name="remaining" type="number" min="1" value="1" /></label>
    <label>Delay, ms <input name="delayMs" type="number" min="0" value="2000" /></label>
    <button>Set</button>
  </form>`
}

function frame(options: VirtfusionOptions, body: Markup): Markup {
  return renderPage({ title: "VirtFusion", stylePath: `${options.basePath}/style.css`, body })
}
