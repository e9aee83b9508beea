import { createHash, randomBytes } from "node:crypto"
import { Disk } from "flydrive"
import { FSDriver } from "flydrive/drivers/fs"
import type { DriverContract } from "flydrive/types"
import { z } from "zod"

/** What is known about a stored file; the row that names it keeps a copy. */
export type StoredFile = z.infer<typeof storedFile>

export interface FileToStore {
  /** A whole one, or as it comes in: reading stops at the bound. */
  readonly content: Uint8Array | AsyncIterable<Uint8Array>
  readonly contentType: string
  /** What its owner calls it. Shown to people; never part of a path. */
  readonly name: string
  /** 32 hex letters chosen by whoever must find a half done put again; else one is made that can't be guessed. */
  readonly key?: string
}

/** Files of many tenants, each below its own prefix, under keys that can't be guessed. */
export interface FileStore {
  put(tenant: string, file: FileToStore): Promise<StoredFile>
  /** Throws a FileError when there is no such file or its bytes are not the ones that were stored. */
  get(tenant: string, key: string): Promise<{ readonly file: StoredFile; readonly bytes: Uint8Array }>
  /** May run twice. */
  delete(tenant: string, key: string): Promise<void>
}

export class FileError extends Error {
  override readonly name = "FileError"
  readonly kind: "absent" | "too_large" | "damaged"
  constructor(kind: "absent" | "too_large" | "damaged", message: string) {
    super(message)
    this.kind = kind
  }
}

export interface FileStoreOptions {
  /** Where files lie: a directory, or another driver of flydrive's (S3). */
  readonly place: string | DriverContract
  /** Default 10 MB. */
  readonly maxBytes?: number
}

export function createFileStore({ place, maxBytes = 10_485_760 }: FileStoreOptions): FileStore {
  const driver = typeof place === "string" ? new FSDriver({ location: place, visibility: "private" }) : place
  const disk = new Disk(driver)
  return {
    put: (tenant, file) => put(disk, tenant, file, maxBytes),
    get: (tenant, key) => get(disk, tenant, key),
    delete: async (tenant, key) => {
      const place = placeOf(tenant, key)
      // What describes it goes first: then a half deleted file is an absent one.
      await disk.delete(`${place}.json`)
      await disk.delete(place)
    },
  }
}

const KEY_BYTES = 16
const storedFile = z.object({
  key: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
})

async function put(disk: Disk, tenant: string, given: FileToStore, maxBytes: number): Promise<StoredFile> {
  const content = await readBounded(given.content, maxBytes)
  const file: StoredFile = {
    key: given.key ?? randomBytes(KEY_BYTES).toString("hex"),
    name: cleanName(given.name),
    contentType: cleanType(given.contentType),
    bytes: content.byteLength,
    sha256: hashOf(content),
  }
  const place = placeOf(tenant, file.key)
  await disk.put(place, content, { contentType: file.contentType })
  // Written last: a file without it does not exist, so nobody reads a half written one.
  await disk.put(`${place}.json`, JSON.stringify(file), { contentType: "application/json" })
  return file
}

async function get(disk: Disk, tenant: string, key: string) {
  const place = placeOf(tenant, key)
  if (!(await disk.exists(`${place}.json`))) throw new FileError("absent", "There is no such file.")
  const file = readDescription(await disk.get(`${place}.json`))
  const bytes = (await disk.exists(place)) ? await disk.getBytes(place) : new Uint8Array(0)
  if (hashOf(bytes) !== file.sha256) {
    throw new FileError("damaged", "The stored file is not what it was.")
  }
  return { file, bytes }
}

function readDescription(text: string): StoredFile {
  const read = storedFile.safeParse(parseJson(text))
  if (!read.success) throw new FileError("damaged", "The description of the stored file can't be read.")
  return read.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Tenant and key come from addresses and forms: only our own ids pass, and no id holds a dot or a slash. */
function placeOf(tenant: string, key: string): string {
  if (!/^[a-z0-9_]{1,40}$/.test(tenant)) throw new Error("That is not a tenant id.")
  if (!/^[0-9a-f]{32}$/.test(key)) throw new FileError("absent", "There is no such file.")
  // Two letters of the key as a folder: 256 folders keep a million files listable.
  return `${tenant}/${key.slice(0, 2)}/${key}`
}

async function readBounded(content: FileToStore["content"], maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    size += chunk.byteLength
    if (size > maxBytes) throw new FileError("too_large", `A file has at most ${maxBytes} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Everything else would be an order to a browser: an unknown type is bytes to save. */
function cleanType(type: string): string {
  const isType = /^[\w.+-]{1,60}\/[\w.+-]{1,80}(; ?charset=[\w-]{1,30})?$/i.test(type)
  return isType ? type.toLowerCase() : "application/octet-stream"
}

const LONGEST_NAME = 150

/** No folders, no control or direction marks ("gpj.exe" shown as "exe.jpg"), no leading dots. */
function cleanName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? ""
  const clean = last
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "")
    .replace(/^[.\s]+/, "")
    .trim()
  // Cut between UTF-16 units, half a character may be left at the end: that goes as well.
  return clean.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]$/, "") || "file"
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex")
}
