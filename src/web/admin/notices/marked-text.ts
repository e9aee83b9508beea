import type { Block, Span } from "#notices/contract"

/**
 * How staff write: a blank line between paragraphs, "# " before a heading, "- " or "1. " before the lines of a list,
 * "```" around code; **bold**, *italic*, `code` and [words](address) within a line. Everything else is text as it stands.
 */
export function readMarkedText(text: string): Block[] {
  const blocks: Block[] = []
  const lines = text.replaceAll("\r\n", "\n").split("\n")
  for (let at = 0; at < lines.length; ) {
    const taken = takeBlock(lines, at)
    if (taken.block) blocks.push(taken.block)
    at = taken.next
  }
  return blocks
}

interface Taken {
  readonly block?: Block
  readonly next: number
}

const bullet = /^[-*] (.*)$/
const numbered = /^\d+\. (.*)$/

function takeBlock(lines: readonly string[], at: number): Taken {
  const line = lines[at] ?? ""
  if (line.trim() === "") return { next: at + 1 }
  if (line.startsWith("```")) {
    const end = lines.indexOf("```", at + 1)
    const last = end === -1 ? lines.length : end
    return { block: { kind: "code", text: lines.slice(at + 1, last).join("\n") }, next: last + 1 }
  }
  if (line.startsWith("# ")) {
    return { block: { kind: "heading", spans: readSpans(line.slice(2).trim()) }, next: at + 1 }
  }
  for (const [mark, isOrdered] of [
    [bullet, false],
    [numbered, true],
  ] as const) {
    const next = lastWhile(lines, at, (one) => mark.test(one))
    if (next === at) continue
    const items = lines.slice(at, next).map((one) => readSpans(one.match(mark)?.[1]?.trim() ?? ""))
    return { block: { kind: "list", isOrdered, items }, next }
  }
  const next = Math.max(at + 1, lastWhile(lines, at, isPlain))
  const words = lines
    .slice(at, next)
    .map((one) => one.trim())
    .join("\n")
  return { block: { kind: "paragraph", spans: readSpans(words) }, next }
}

function lastWhile(lines: readonly string[], from: number, holds: (line: string) => boolean): number {
  let at = from
  while (at < lines.length && holds(lines[at] ?? "")) at += 1
  return at
}

const isPlain = (line: string) =>
  line.trim() !== "" && !/^(```|# )/.test(line) && !bullet.test(line) && !numbered.test(line)

const marks =
  /\*\*(?!\s)([^*\n]+?)(?<!\s)\*\*|\*(?!\s)([^*\n]+?)(?<!\s)\*|`([^`\n]+)`|\[([^\]\n]+)\]\(([^()\s]+)\)/g

/** An address that leads nowhere safe is no link: it stays the text it is, and the writer sees that in the preview. */
const address = /^(https?:\/\/|mailto:|\/(?![/\\]))[^\s\\]+$/

function readSpans(text: string): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const found of text.matchAll(marks)) {
    const [whole, bold, italic, code, words, href] = found
    if (href !== undefined && !address.test(href)) continue
    if (found.index > at) spans.push({ text: text.slice(at, found.index) })
    if (bold !== undefined) spans.push({ text: bold, isBold: true })
    else if (italic !== undefined) spans.push({ text: italic, isItalic: true })
    else if (code !== undefined) spans.push({ text: code, isCode: true })
    else spans.push({ text: words ?? "", href: href ?? "" })
    at = found.index + whole.length
  }
  if (at < text.length) spans.push({ text: text.slice(at) })
  return spans
}

/** The same, back into what the writer can go on with. */
export function writeMarkedText(blocks: readonly Block[]): string {
  return blocks.map(writeBlock).join("\n\n")
}

function writeBlock(block: Block): string {
  if (block.kind === "code") return `\`\`\`\n${block.text}\n\`\`\``
  if (block.kind === "heading") return `# ${writeSpans(block.spans)}`
  if (block.kind === "paragraph") return writeSpans(block.spans)
  return block.items
    .map((spans, index) => `${block.isOrdered ? `${index + 1}.` : "-"} ${writeSpans(spans)}`)
    .join("\n")
}

function writeSpans(spans: readonly Span[]): string {
  return spans
    .map(({ text, isBold, isItalic, isCode, href }) => {
      if (href) return `[${text}](${href})`
      if (isCode) return `\`${text}\``
      if (isBold) return `**${text}**`
      return isItalic ? `*${text}*` : text
    })
    .join("")
}
