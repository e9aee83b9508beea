import { html } from "hono/html"
import type { HtmlEscapedString } from "hono/utils/html"
import type { Language } from "#kit/refusal.ts"

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** The frame of every look-inside page: no scripts, no outside parts, readable in dark and light. */
export function renderPage(page: {
  title: string
  stylePath: string
  body: Markup
  language?: Language
  badge?: string
}): Markup {
  return html`<!doctype html>
<html lang="${page.language ?? "en"}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${page.title}</title>
    <link rel="stylesheet" href="${page.stylePath}" />
  </head>
  <body>
    <header><strong>${page.title}</strong> <span class="badge">${page.badge ?? "stand-in"}</span></header>
    <main>${page.body}</main>
  </body>
</html>`
}

const tourWords = {
  en: { here: "The tour is about this.", on: "Go on with the tour", end: "End" },
  ko: { here: "둘러보기에서 안내하는 부분입니다.", on: "둘러보기 계속하기", end: "닫기" },
} as const

/** In an element that a stop of the demo's tour leads to. These pages have no script: what Esc does elsewhere, a link does. */
export function renderTourNote(language: Language = "en"): Markup {
  const words = tourWords[language]
  const tour = language === "ko" ? "/ko/tour" : "/tour"
  return html`<p class="tour-note">${words.here} <a href="${tour}">${words.on}</a> <a href="#over">${words.end}</a></p>`
}

export function renderTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Markup | string | number | null)[])[],
): Markup {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>${caption}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>
        ${rows.length === 0 ? html`<tr><td colspan="${heads.length}">–</td></tr>` : ""}
        ${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell ?? "–"}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`
}

export const styleSheet = `
:root { color-scheme: light dark; background: Canvas; color: CanvasText; font-family: system-ui, "Pretendard", sans-serif; line-height: 1.5 }
body { margin: 0 auto; max-width: 76rem; padding: 1rem }
header { border-bottom: 1px solid #8888; padding-bottom: .5rem; margin-bottom: 1rem }
.badge { border: 1px solid; border-radius: 1rem; padding: 0 .6rem; font-size: .8rem }
.wide { overflow-x: auto; margin: 1rem 0 }
table { border-collapse: collapse; width: 100%; font-size: .9rem }
caption { text-align: left; font-weight: 600; padding: .3rem 0 }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #8884; vertical-align: top }
form.row { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; margin: 1rem 0 }
label { display: grid; gap: .2rem; font-size: .85rem }
input, select, button { font: inherit; padding: .35rem .6rem; min-height: 2.2rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8884; padding: .8rem }
iframe { width: 100%; min-height: 30rem; border: 1px solid #8884; background: #fff }
.big { font-size: 1.4rem; font-weight: 600 }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem }
.cards > div { border: 1px solid #8886; border-radius: .6rem; padding: .8rem 1rem }
.cards dt { font-weight: 600 } .cards dd { margin: .3rem 0 0 }
.tour-note { display: none; flex-basis: 100%; margin: 0 }
:target { outline: 3px solid light-dark(#1d4ed8, #9dbbff); outline-offset: .5rem; scroll-margin: 4rem }
:target > .tour-note { display: block }
a { color: light-dark(#1d4ed8, #9dbbff) }
.good { color: light-dark(#0a6b2d, #6fdc95) } .bad { color: light-dark(#a3130c, #ff9c94) }
`
