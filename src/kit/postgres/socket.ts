import { existsSync } from "node:fs"
import { join } from "node:path"

/** What an address of a socket may be long, on Linux; elsewhere a few less. */
const MOST_BYTES = 100

/**
 * Where a server puts its socket: into its data, which nobody enters but who runs it. A statement costs a fourth less
 * through it than over TCP. None where its name would be too long.
 */
export function socketDirectoryOf(data: string): string | undefined {
  return Buffer.byteLength(socketIn(data, 65_535)) <= MOST_BYTES ? data : undefined
}

/** The same address, through the socket if the server has one there. */
export function throughSocket(url: string, data: string): string {
  const through = new URL(url)
  if (!existsSync(socketIn(data, Number(through.port)))) return url
  through.searchParams.set("host", data)
  return through.toString()
}

function socketIn(directory: string, port: number): string {
  return join(directory, `.s.PGSQL.${port}`)
}
