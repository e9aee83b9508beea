import { Hono } from "hono"
import { html } from "hono/html"
import type { Language } from "#kit/refusal.ts"
import { houseNames } from "./house-people.ts"
import { type Markup, renderPage, renderTable, styleSheet } from "./stand-in-page.ts"
import { startWords } from "./start-words.ts"

export interface StartPageOptions {
  /** "/sandbox": the stand-ins are below it. */
  readonly basePath: string
  /** "http://localhost:3000": the shop they stand in for. */
  readonly publicUrl: string
  readonly languageOf: (headers: Headers) => Language
  /** Of the demo company; none where there is no demo. */
  readonly signIns: readonly { who: "operator" | "english" | "korean"; email: string; password: string }[]
}

/** Where people begin to look behind the scenes. */
export function createStartPage(options: StartPageOptions): Hono {
  const app = new Hono()
  app.get("/style.css", (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }))
  app.get("/", async (c) => {
    const asked = c.req.query("lang")
    const language = asked === "en" || asked === "ko" ? asked : options.languageOf(c.req.raw.headers)
    return c.html(await renderStart(options, language))
  })
  return app
}

const standIns = ["mailbox", "card", "virtfusion", "breaches", "access", "names", "vies", "clock"] as const

function renderStart({ basePath, publicUrl, signIns }: StartPageOptions, language: Language): Markup {
  const words = startWords[language]
  const prefix = language === "ko" ? "/ko" : ""
  const places = [
    [words.shop, `${prefix}/`],
    [words.portal, `${prefix}/portal`],
    [words.admin, `${prefix}/admin`],
    [words.api, "/api/docs"],
    [words.parts, `${prefix}/sandbox/parts`],
  ] as const
  const other = language === "en" ? "ko" : "en"
  const body = html`<h1>${words.title}</h1>
    <p>${words.lead}</p>
    <h2>${words.standIns}</h2>
    <dl class="cards">
      ${standIns.map(
        (name) => html`<div>
          <dt><a href="${basePath}/${name}">${words[`${name}Name`]}</a></dt>
          <dd>${words[name]}</dd>
        </div>`,
      )}
    </dl>
    <h2>${words.houses}</h2>
    <p>${words.housesLead}</p>
    <ul>
      ${Object.entries(houseNames).map(
        ([house, name]) => html`<li><a href="${basePath}/${house}">${name}</a></li>`,
      )}
    </ul>
    ${signIns.length > 0 ? renderSignIns(signIns, words) : ""}
    <h2>${words.elsewhere}</h2>
    <ul>
      ${places.map(([name, path]) => html`<li><a href="${publicUrl}${path}">${name}</a></li>`)}
    </ul>
    <p><a href="${basePath}?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a></p>`
  return renderPage({
    title: words.title,
    badge: words.badge,
    language,
    stylePath: `${basePath}/style.css`,
    body,
  })
}

function renderSignIns(signIns: StartPageOptions["signIns"], words: (typeof startWords)[Language]): Markup {
  return html`<h2>${words.signIns}</h2>
    <p>${words.signInsLead}</p>
    ${renderTable(
      words.signIns,
      [words.who, words.email, words.password],
      signIns.map(({ who, email, password }) => [
        words[who],
        html`<code>${email}</code>`,
        html`<code>${password}</code>`,
      ]),
    )}`
}
