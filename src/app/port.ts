import type { Server } from "node:http"

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

export function isPortTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES")
}

export function explainPort(port: number): string {
  return (
    `Port ${port} can't be used: another program is using it, or it may not be used by this user. ` +
    `Choose another one: PORT=${port === 3000 ? 3001 : port + 1} npm start`
  )
}
