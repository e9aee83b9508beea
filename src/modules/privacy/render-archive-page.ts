import type { PersonalRow } from "#kit/personal-data/collect-table.ts"
import type { Language } from "#kit/refusal.ts"
import type { Archive, ArchivePart } from "./archive.ts"
import { archiveWords, sayField } from "./archive-words.ts"

/** One page without anything from outside: it opens from the disk in any browser, for years. */
export function renderArchivePage(archive: Archive): string {
  const { language, parts, person, shop, seller, at, timeZone } = archive
  const words = archiveWords[language]
  const filled = parts.filter(({ rows }) => rows.length > 0)
  const empty = parts.filter(({ rows }) => rows.length === 0)
  const moment = at
    .toZonedDateTimeISO(timeZone)
    .toLocaleString(language, { dateStyle: "long", timeStyle: "long" })
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(words.title)} – ${escape(shop)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(words.title)}</h1>
<p>${escape(words.lead(person.name, shop, seller, moment))}</p>
<p>${escape(words.machine)}</p>
<nav><ul>${filled.map((part) => `<li><a href="#${escape(part.table)}">${escape(part.title[language])} (${part.rows.length})</a></li>`).join("")}</ul></nav>
${filled.map((part) => renderPart(part, language)).join("\n")}
<h2>${escape(words.nothing)}</h2>
<p>${escape(empty.map(({ title }) => title[language]).join(", ") || words.none)}</p>
</main>
</body>
</html>
`
}

/** So many rows are read by people; all of them stand in the JSON beside it. */
const MOST_SHOWN = 500

function renderPart({ table, title, rows, isCut }: ArchivePart, language: Language): string {
  const words = archiveWords[language]
  const shown = rows.slice(0, MOST_SHOWN)
  const note =
    isCut || rows.length > MOST_SHOWN
      ? `<p>${escape(words.more(shown.length, rows.length, isCut, `data/${table}.json`))}</p>`
      : ""
  return `<section id="${escape(table)}">
<h2>${escape(title[language])}</h2>
${note}${shown.map((row) => renderRow(row, language)).join("\n")}
</section>`
}

function renderRow(row: PersonalRow, language: Language): string {
  const fields = Object.entries(row).filter(([, value]) => value !== null && value !== "")
  return `<table>${fields
    .map(
      ([name, value]) =>
        `<tr><th scope="row">${escape(sayField(name, language))}</th><td>${escape(sayValue(value, language))}</td></tr>`,
    )
    .join("")}</table>`
}

function sayValue(value: unknown, language: Language): string {
  const words = archiveWords[language]
  if (value === true) return words.yes
  if (value === false) return words.no
  return typeof value === "string" ? value : JSON.stringify(value, null, 2)
}

/** Everything here was typed by somebody once: nothing of it may become markup. */
function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}

const STYLE = `body { font: 16px/1.6 system-ui, "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; margin: 0; padding: 24px 16px; color-scheme: light dark }
main { max-width: 860px; margin: 0 auto } h2 { margin: 2em 0 .5em } a { color: inherit }
table { border-collapse: collapse; width: 100%; margin: 0 0 16px; border: 1px solid #8886 }
th, td { text-align: left; vertical-align: top; padding: 4px 10px; border-bottom: 1px solid #8883; overflow-wrap: anywhere; white-space: pre-wrap }
th { width: 35%; font-weight: 600 }`
