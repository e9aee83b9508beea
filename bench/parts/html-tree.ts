export type HtmlNode = string | HtmlElement

export interface HtmlElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: HtmlNode[]
}

const VOID_TAGS = new Set(["meta", "link", "input", "br", "hr", "img"])
const TOKEN =
  /<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gi
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g

/** Reads back what React wrote: every tag closed, every value in double quotes. Not for anybody else's HTML. */
export function parseHtml(html: string): HtmlNode[] {
  const top: HtmlNode[] = []
  const open: HtmlElement[] = []
  for (const [, closing, opening, attributes = "", text] of html.matchAll(TOKEN)) {
    const siblings = open.at(-1)?.children ?? top
    if (text !== undefined) siblings.push(decode(text))
    else if (closing !== undefined) open.pop()
    else if (opening !== undefined) {
      const element = { tag: opening, attributes: readAttributes(attributes), children: [] }
      siblings.push(element)
      if (!VOID_TAGS.has(opening)) open.push(element)
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.tag}> is never closed.`)
  return top
}

function readAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = "", value = ""] of text.matchAll(ATTRIBUTE)) {
    // React wants an object here and the page has none.
    if (name !== "style") found[name === "class" ? "className" : name] = decode(value)
  }
  return found
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
}

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity)
}
