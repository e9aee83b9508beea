import { isUtf8 } from "node:buffer"

/** Pure: the lines of an RFC 4180 text. Spreadsheets of many countries put semicolons or tabs where the RFC has commas. */
export function readCsvText(text: string): string[][] {
  const separator = findSeparator(text)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ""
  let isQuoted = false
  const endCell = () => {
    row.push(cell)
    cell = ""
  }
  const endRow = () => {
    endCell()
    if (row.some((one) => one.trim() !== "")) rows.push(row)
    row = []
  }
  for (let place = 0; place < text.length; place++) {
    const letter = text[place] as string
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text[place + 1] === '"') {
        cell += '"'
        place++
      } else isQuoted = false
    } else if (letter === '"' && cell === "") isQuoted = true
    else if (letter === separator) endCell()
    else if (letter === "\n") endRow()
    else if (letter !== "\r") cell += letter
  }
  if (cell !== "" || row.length > 0) endRow()
  return rows
}

function findSeparator(text: string): string {
  const [head = ""] = text.split("\n", 1)
  const counts = [",", ";", "\t"].map((one) => ({ one, count: head.split(one).length }))
  return counts.toSorted((first, second) => second.count - first.count)[0]?.one ?? ","
}

/** UTF-8, or what Korean spreadsheets still write. Undefined: neither, so no text. */
export function decodeCsv(bytes: Uint8Array): string | undefined {
  if (isUtf8(bytes)) return new TextDecoder("utf-8").decode(bytes)
  const korean = new TextDecoder("euc-kr").decode(bytes)
  // Whatever is no letter of that alphabet becomes this mark.
  return korean.includes("\uFFFD") ? undefined : korean
}
