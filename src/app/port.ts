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

export function isPortTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES")
}

export function explainPort(port: number): string {
  return (
    `Port ${port} can't be used: another program is using it, or it may not be used by this user. ` +
    `Choose another one: PORT=${port === 3000 ? 3001 : port + 1} npm start`
  )
}
