import markdownIt from "markdown-it"
import type { Language } from "#kit/refusal.ts"

export interface Rendered {
  readonly html: string
  /** Of the second level, for a table of contents. */
  readonly headings: { readonly id: string; readonly text: string }[]
}

/**
 * Raw HTML comes out as the letters it is made of, pictures are not shown (a page loads nothing from elsewhere), and
 * links lead to the web, a mailbox, a telephone or a page of the shop: nothing else, so no script can be written.
 */
const parser = markdownIt({ html: false, linkify: true, typographer: false }).disable(["image"])
parser.validateLink = (address) => /^(?:https?:|mailto:|tel:|#|\/(?![/\\]))/i.test(address)

/** Korean writes its particles onto the word: "a@b.example로" is written to a@b.example. */
parser.core.ruler.after("linkify", "particles", ({ tokens, Token }) => {
  for (const { children } of tokens) {
    if (!children) continue
    for (const [index, opening] of children.entries()) {
      const [words, closing] = children.slice(index + 1)
      if (opening.markup !== "linkify" || opening.type !== "link_open" || !words || !closing) continue
      const [, address, particle] = words.content.match(/^([^@/]+@[^/]*[a-z])(\p{Script=Hangul}+)$/iu) ?? []
      if (address === undefined || particle === undefined) continue
      opening.attrSet("href", `mailto:${address}`)
      words.content = address
      const rest = new Token("text", "", 0)
      rest.content = particle
      children.splice(index + 3, 0, rest)
    }
  }
})

// What scrolls sideways on a phone must take the focus, so that the keys can scroll it.
parser.renderer.rules["table_open"] = () => '<div class="scrolls" tabindex="0"><table>\n'
parser.renderer.rules["fence"] = (tokens, index) =>
  `<pre tabindex="0"><code>${parser.utils.escapeHtml(tokens[index]?.content ?? "")}</code></pre>\n`
parser.renderer.rules["table_close"] = () => "</table></div>\n"

/** Addresses of the shop are written without a language, and lead to pages in the reader's. */
export function renderMarkdown(text: string, language: Language = "en"): Rendered {
  const tokens = parser.parse(text, {})
  const headings: { id: string; text: string }[] = []
  const taken = new Set<string>()
  for (const [index, token] of tokens.entries()) {
    if (token.type === "heading_open" || token.type === "heading_close") {
      // The page's own title is its only h1.
      if (token.tag === "h1") token.tag = "h2"
    }
    if (token.type !== "heading_open") continue
    const words = plainWords(tokens[index + 1])
    const id = nameHeading(words, taken)
    token.attrSet("id", id)
    if (token.tag === "h2") headings.push({ id, text: words })
  }
  for (const token of tokens) for (const part of token.children ?? []) leadOn(part, language)
  return { html: parser.renderer.render(tokens, parser.options, {}), headings }
}

/** The words alone, for excerpts. */
export function plainText(text: string): string {
  return parser
    .parse(text, {})
    .map(plainWords)
    .filter((words) => words !== "")
    .join(" ")
}

interface Part {
  readonly type: string
  readonly content: string
  readonly children?: readonly Part[] | null
}

function plainWords(token: Part | undefined): string {
  if (!token) return ""
  if (token.type === "inline") return (token.children ?? []).map(plainWords).join("")
  if (token.type === "softbreak" || token.type === "hardbreak") return " "
  return ["text", "code_inline", "fence"].includes(token.type) ? token.content : ""
}

/** Hangul stays: browsers and readers know it in addresses. */
function nameHeading(words: string, taken: Set<string>): string {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
  const base = `s-${plain || "part"}`
  let id = base
  for (let round = 2; taken.has(id); round += 1) id = `${base}-${round}`
  taken.add(id)
  return id
}

interface LinkPart {
  readonly type: string
  attrGet(name: string): string | number | null
  attrSet(name: string, value: string): void
}

function leadOn(part: LinkPart, language: Language): void {
  if (part.type !== "link_open") return
  const address = String(part.attrGet("href") ?? "")
  // Search engines are told that the shop does not vouch for it, and the page left behind tells nothing.
  if (/^https?:/i.test(address)) part.attrSet("rel", "nofollow noopener noreferrer")
  const isPage = address.startsWith("/") && !/^\/(?:ko|api)(?:[/?#]|$)/.test(address)
  if (isPage && language === "ko") part.attrSet("href", `/ko${address === "/" ? "" : address}`)
}
