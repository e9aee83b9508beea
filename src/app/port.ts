import { createServer, type Server } from "node:http"
import { errorCode } from "#kit/postgres/processes.ts"

/** Answers with the port that was taken, which matters when the system was asked to choose (0). */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, () => {
      server.off("error", reject)
      const address = server.address()
      resolve(typeof address === "object" && address ? address.port : port)
    })
  })
}

/**
 * Asked before the long part of a start, so that nobody waits for a database only to hear this. Answers with the port
 * to take: for 0 one that is free, which the stand-ins must know before anybody listens.
 */
export async function checkPort(port: number): Promise<number> {
  const probe = createServer()
  const free = await listen(probe, port)
  await closeServer(probe)
  return free
}

/** Answers under way are finished; connections that only wait for a next question are not waited for. */
export async function closeServer(server: Server, limitMilliseconds = 10_000): Promise<void> {
  // Asked again and again: a connection becomes idle when its answer ends, and would then be kept for five seconds.
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  const limit = setTimeout(() => server.closeAllConnections(), limitMilliseconds)
  await new Promise<void>((closed) => {
    server.close(() => closed())
    server.closeIdleConnections()
  })
  clearInterval(sweep)
  clearTimeout(limit)
}

/** The sentence for a person, when this is why the server could not listen. */
export function explainPort(error: unknown, port: number): string | undefined {
  const code = errorCode(error)
  const choice = `PORT=${code === "EACCES" ? 3000 : port + 1} npm start`
  if (code === "EADDRINUSE") return `Port ${port} is used by another program. Choose another one: ${choice}`
  if (code === "EACCES") return `Port ${port} may not be used by this user. Choose one above 1023: ${choice}`
  return undefined
}
