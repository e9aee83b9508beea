import { randomBytes } from "node:crypto"
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from "node:fs"

/** Written beside and moved into place, so a reader never sees half of it; readable by its owner only. */
export function writePrivateFile(path: string, content: string): void {
  const beside = `${path}.${randomBytes(4).toString("hex")}`
  const file = openSync(beside, "wx", 0o600)
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(beside, path)
}
