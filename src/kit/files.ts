import { createHash, randomBytes } from "node:crypto"
import { Disk } from "flydrive"
import { FSDriver } from "flydrive/drivers/fs"

export interface StoredFile {
  readonly key: string
  readonly bytes: number
  readonly sha256: string
}

/** Files live under random keys below their tenant; the name a person gave is a column, never a path. */
export interface FileStore {
  put(tenant: string, content: Uint8Array): Promise<StoredFile>
  get(tenant: string, key: string): Promise<Uint8Array>
  delete(tenant: string, key: string): Promise<void>
}

/** 25 MB: larger than any attachment a mail server takes. */
const MOST_BYTES = 25 * 1_048_576

export function createFileStore(directory: string): FileStore {
  const disk = new Disk(new FSDriver({ location: directory, visibility: "private" }))
  return {
    put: async (tenant, content) => {
      if (content.length > MOST_BYTES) throw new RangeError(`A file holds at most ${MOST_BYTES} bytes.`)
      const key = `${checked(tenant)}/${randomBytes(20).toString("hex")}`
      await disk.put(key, content)
      return { key, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") }
    },
    get: async (tenant, key) => disk.getBytes(below(tenant, key)),
    delete: async (tenant, key) => disk.delete(below(tenant, key)),
  }
}

function below(tenant: string, key: string): string {
  if (!/^[a-z0-9_]{1,40}\/[0-9a-f]{40}$/.test(key) || !key.startsWith(`${checked(tenant)}/`)) {
    throw new RangeError("That file is not here.")
  }
  return key
}

function checked(tenant: string): string {
  if (!/^[a-z0-9_]{1,40}$/.test(tenant)) throw new RangeError("That is not a tenant id.")
  return tenant
}
