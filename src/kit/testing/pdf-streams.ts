import { inflateSync } from "node:zlib"

/** What a PDF holds in its compressed parts, as far as it is text: drawing, fonts' tables from glyphs to letters. */
export function readPdfStreams(pdf: Buffer): string {
  const text = pdf.toString("latin1")
  const parts = [...text.matchAll(/stream\r?\n/g)].map((match) => {
    const start = match.index + match[0].length
    const end = text.indexOf("endstream", start)
    try {
      return inflateSync(pdf.subarray(start, end)).toString("latin1")
    } catch {
      // Not compressed, or a picture: nothing to read in it.
      return ""
    }
  })
  return parts.join("\n")
}

/** Letters that no font of the document can be read back to: they would be boxes, or nothing. */
export function findMissingLetters(pdf: Buffer, words: string): string[] {
  const readable = (pdf.toString("latin1") + readPdfStreams(pdf)).toLowerCase()
  const letters = new Set(words.match(/\S/gu))
  return [...letters].filter((letter) => !readable.includes(utf16(letter)))
}

function utf16(letter: string): string {
  const bytes = Buffer.from(letter, "utf16le").swap16()
  return `<${bytes.toString("hex")}>`
}
