import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createKeyring, type Keyring } from "#kit/secrets.ts"
import type { Config } from "./config.ts"

/** The keys of the settings; in the sandbox, where none are set, keys of this home's own that stay with it. */
export function openKeyring(config: Pick<Config, "keys" | "home">): Keyring {
  const keys = config.keys ?? [{ id: "home", key: readHomeKey(config.home) }]
  const [current] = keys
  if (!current) throw new Error("There is no key to seal with.")
  return createKeyring({
    current: current.id,
    keys: Object.fromEntries(keys.map(({ id, key }) => [id, key])),
  })
}

function readHomeKey(home: string): Uint8Array {
  const file = join(home, "key")
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true })
    // Written beside and renamed: half a key would seal what nothing can open.
    const fresh = `${file}.${process.pid}`
    writeFileSync(fresh, randomBytes(32).toString("base64"), { mode: 0o600 })
    renameSync(fresh, file)
  }
  return new Uint8Array(Buffer.from(readFileSync(file, "utf8"), "base64"))
}
