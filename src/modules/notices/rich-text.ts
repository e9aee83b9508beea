import type { Block } from "./rich-text-contract.ts"

/** The words alone, for a preview of a line or two. */
export function plainTextOf(blocks: readonly Block[], most: number): string {
  const words = blocks
    .map((block) => `${wordsOf(block)}${block.kind === "heading" ? " ·" : ""}`)
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/ ·$/, "")
  return words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words
}

function wordsOf(block: Block): string {
  if (block.kind === "code") return block.text
  const lines = block.kind === "list" ? block.items : [block.spans]
  return lines.map((line) => line.map(({ text }) => text).join("")).join(" · ")
}
