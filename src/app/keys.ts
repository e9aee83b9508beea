import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createKeyring, type Keyring } from "#kit/secrets.ts"
import type { Config } from "./config.ts"

type KeyConfig = Pick<Config, "keys" | "home">

export interface NamedKey {
  readonly id: string
  readonly key: Uint8Array
}

/** The keys of the settings; in the sandbox, where none are set, keys of this home's own that stay with it. */
export function openKeyring(config: KeyConfig): Keyring {
  const keys = listKeys(config)
  return keyringOf(keys, keys[0])
}

/** The current one first. */
export function listKeys(config: KeyConfig): readonly NamedKey[] {
  return config.keys ?? readHomeKeys(config.home)
}

/**
 * What the program's own role signs in to the database with: derived, so that every process of the company
 * finds the same one and nobody has to write it down. From the oldest key, so that a new key locks nobody out.
 */
export function databasePassword(config: KeyConfig): string {
  const keys = listKeys(config)
  return keyringOf(keys, keys.at(-1)).mac("database", "hostwell_app")
}

/** A new key in front of this home's own; the old ones stay until nothing is sealed with them. */
export function addHomeKey(home: string): NamedKey {
  const fresh = { id: `home-${randomBytes(4).toString("hex")}`, key: new Uint8Array(randomBytes(32)) }
  writeHomeKeys(home, [fresh, ...readHomeKeys(home)])
  return fresh
}

function keyringOf(keys: readonly NamedKey[], current: NamedKey | undefined): Keyring {
  if (!current) throw new Error("There is no key to seal with.")
  return createKeyring({
    current: current.id,
    keys: Object.fromEntries(keys.map(({ id, key }) => [id, key])),
  })
}

/** One key a line, "id:key"; a home from before the second key has a single one without a name. */
function readHomeKeys(home: string): NamedKey[] {
  if (!existsSync(fileOf(home))) {
    mkdirSync(home, { recursive: true })
    writeHomeKeys(home, [{ id: "home", key: new Uint8Array(randomBytes(32)) }])
  }
  const lines = readFileSync(fileOf(home), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
  return lines.map((line) => {
    const [id = "", text] = line.includes(":") ? line.split(":") : ["home", line]
    return { id, key: new Uint8Array(Buffer.from(text ?? "", "base64")) }
  })
}

function writeHomeKeys(home: string, keys: readonly NamedKey[]): void {
  const lines = keys.map(({ id, key }) => `${id}:${Buffer.from(key).toString("base64")}\n`)
  // Written beside and renamed: half a key would seal what nothing can open.
  const fresh = `${fileOf(home)}.${process.pid}`
  writeFileSync(fresh, lines.join(""), { mode: 0o600 })
  renameSync(fresh, fileOf(home))
}

function fileOf(home: string): string {
  return join(home, "key")
}
