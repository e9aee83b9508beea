import { isUtf8 } from "node:buffer"

/** What may be kept about a customer: papers and pictures, nothing that runs. */
const kinds = [
  { endings: ["pdf"], contentType: "application/pdf", begins: ["%PDF-"] },
  { endings: ["png"], contentType: "image/png", begins: ["\u0089PNG\r\n\u001a\n"] },
  { endings: ["jpg", "jpeg"], contentType: "image/jpeg", begins: ["\u00ff\u00d8\u00ff"] },
  {
    endings: ["docx"],
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    begins: ["PK\u0003\u0004"],
  },
  {
    endings: ["xlsx"],
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    begins: ["PK\u0003\u0004"],
  },
  { endings: ["txt", "log"], contentType: "text/plain; charset=utf-8", begins: [] },
  { endings: ["csv"], contentType: "text/csv; charset=utf-8", begins: [] },
] as const

export const MOST_FILE_BYTES = 5_242_880
/** Of one customer: enough for every paper they ever signed. */
export const MOST_FILES = 100

/**
 * Pure: the content type of a file that is what its name says and nothing else besides. Undefined for all others: a
 * picture with a page behind it, an archive that calls itself a paper, a text with markup in it.
 */
export function readFileKind(name: string, bytes: Uint8Array): string | undefined {
  const ending = name.split(".").at(-1)?.toLowerCase() ?? ""
  const kind = kinds.find((one) => (one.endings as readonly string[]).includes(ending))
  if (!kind || !name.includes(".") || bytes.byteLength === 0) return undefined
  const text = Buffer.from(bytes).toString("latin1")
  if (kind.begins.length === 0) return isPlainText(bytes, text) ? kind.contentType : undefined
  const isWhatItSays = kind.begins.some((mark) => text.startsWith(mark)) && endsWell(ending, text)
  return isWhatItSays && !isSomethingElse(ending, text) ? kind.contentType : undefined
}

/** UTF-8 without control marks, that no browser could take for a page. */
function isPlainText(bytes: Uint8Array, text: string): boolean {
  if (
    !isUtf8(bytes) ||
    /\p{Cc}/u.test(
      Buffer.from(bytes)
        .toString()
        .replaceAll(/[\t\n\f\r]/g, ""),
    )
  )
    return false
  return !/^\s*<|<(script|html|svg|iframe|\?php|!doctype)/i.test(text)
}

/** Behind the end of a picture or paper another file may begin. */
function endsWell(ending: string, text: string): boolean {
  if (ending === "png") return text.endsWith("IEND\u00aeB`\u0082")
  if (ending === "jpg" || ending === "jpeg") return text.endsWith("\u00ff\u00d9")
  if (ending === "pdf") return /%%EOF\s*$/.test(text)
  return true
}

/** An archive is found from its end, markup anywhere near the beginning. */
function isSomethingElse(ending: string, text: string): boolean {
  const isArchive = text.slice(-66_000).includes("PK\u0005\u0006")
  const isOffice = ending === "docx" || ending === "xlsx"
  if (isOffice) return !isArchive || !text.includes("[Content_Types].xml") || text.includes("vbaProject.bin")
  return isArchive || /<(script|html|svg|iframe|\?php|!doctype html)/i.test(text.slice(0, 65_536))
}
