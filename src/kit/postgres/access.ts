import { randomBytes } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { connect, createServer } from "node:net"
import { join } from "node:path"
import { z } from "zod"
import { PostgresFailure } from "./errors.ts"
import { writePrivateFile } from "./private-file.ts"

const accessShape = z.object({
  port: z.int().min(1).max(65_535),
  superPassword: z.string().min(20),
  ownerPassword: z.string().min(20),
})

/** How our database is reached: made once per home, kept in a file only its owner may read. */
export type Access = z.infer<typeof accessShape>

export const DATABASE = "hostwell"
export const OWNER = "hostwell_owner"
export const SUPERUSER = "postgres"

export async function ensureAccess(home: string): Promise<Access> {
  const file = join(home, "postgres.json")
  if (existsSync(file)) return readAccess(file)
  const access = { port: await findFreePort(), superPassword: newPassword(), ownerPassword: newPassword() }
  writeAccess(home, access)
  return access
}

export function writeAccess(home: string, access: Access): void {
  writePrivateFile(join(home, "postgres.json"), `${JSON.stringify(access, null, 2)}\n`)
}

export function superUrl(access: Access): string {
  return urlOf({ user: SUPERUSER, password: access.superPassword, port: access.port, database: "postgres" })
}

export function ownerUrl(access: Access): string {
  return urlOf({ user: OWNER, password: access.ownerPassword, port: access.port, database: DATABASE })
}

export async function isPortFree(port: number): Promise<boolean> {
  return (await tryListening(port)) !== undefined
}

/** Asked by knocking, not by binding: a bound port would be in the way of the very server that is starting. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" })
    const answer = (isOpen: boolean) => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once("connect", () => answer(true)).once("error", () => answer(false))
  })
}

export async function findFreePort(): Promise<number> {
  const port = await tryListening(0)
  if (port === undefined) throw new PostgresFailure("This machine has no free port on 127.0.0.1.")
  return port
}

function readAccess(file: string): Access {
  const parsed = accessShape.safeParse(parseJson(readFileSync(file, "utf8")))
  if (parsed.success) return parsed.data
  throw new PostgresFailure(
    `${file} holds the password of the database and can't be read any more. Restore it from a backup of this home.`,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The shape refuses undefined, and that refusal names the file.
    return undefined
  }
}

function urlOf({
  user,
  password,
  port,
  database,
}: Record<"user" | "password" | "database", string> & { port: number }) {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
}

/** Hexadecimal, so it needs no escaping in a URL, in SQL or in a file. */
function newPassword(): string {
  return randomBytes(24).toString("hex")
}

function tryListening(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(undefined))
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address ? address.port : undefined))
    })
  })
}
