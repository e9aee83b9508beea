import { strToU8, type Zippable, zipSync } from "fflate"
import type { Archive } from "./archive.ts"
import { archiveWords } from "./archive-words.ts"
import { renderArchivePage } from "./render-archive-page.ts"

/** The zip has years from 1980 to 2099 and no zone; the moment of the copy is inside, exact. */
const LEVEL = 6

/** A page to read, in their language, and the same as JSON, a file each, for machines. */
export function writeArchive(archive: Archive): Uint8Array {
  const { parts, language } = archive
  const words = archiveWords[language]
  const mtime = archive.at.epochMilliseconds
  const files: Zippable = {
    [words.pageName]: [strToU8(renderArchivePage(archive)), { level: LEVEL, mtime }],
    "manifest.json": [strToU8(toJson(describe(archive))), { level: LEVEL, mtime }],
  }
  for (const { table, rows } of parts.filter((part) => part.rows.length > 0)) {
    files[`data/${table}.json`] = [strToU8(toJson(rows)), { level: LEVEL, mtime }]
  }
  return zipSync(files)
}

function describe({ parts, shop, seller, person, at }: Archive) {
  return {
    format: "hostwell-personal-data/1",
    shop,
    seller,
    personId: person.id,
    madeAt: at.toString(),
    tables: parts.map(({ table, title, rows, isCut }) => ({ table, title, rows: rows.length, isCut })),
  }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
