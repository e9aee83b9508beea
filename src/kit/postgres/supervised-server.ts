import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { monotonicMs } from "#kit/clock.ts"
import type { Log } from "#kit/context.ts"
import {
  type Access,
  findFreePort,
  isListening,
  isPortFree,
  ownerUrl,
  superUrl,
  writeAccess,
} from "./access.ts"
import { findPostmaster, spawnPostmaster, stopPostmaster } from "./cluster.ts"
import { AlreadyRunning, PostgresFailure } from "./errors.ts"
import { withFileLock } from "./file-lock.ts"
import { type Guard, postGuard } from "./guard.ts"
import { ensureDatabase, type Ownership, tryOwning } from "./ownership.ts"
import type { Placement } from "./placement.ts"
import { waitUntil } from "./processes.ts"
import { SERVER_SETTINGS, type ServerSettings } from "./settings.ts"
import { socketDirectoryOf, throughSocket } from "./socket.ts"

export interface SupervisedServerOptions {
  readonly home: string
  readonly access: Access
  readonly lockFile: string
  readonly log: Log
  readonly settings?: ServerSettings
  readonly graceSeconds?: number
  readonly isThrowaway?: boolean
}

/** A server that recovers after a crash replays its log first: seconds as a rule, minutes after a long write. */
const LONGEST_START_SECONDS = 120
/** A dying predecessor, its port or its shared memory may be in the way for a moment. */
const MOST_TRIES = 20
const LONGEST_BACKOFF_MILLISECONDS = 5_000

/** One server, owned by this process: found or started, watched through the connection that holds the lock, brought back. */
export class SupervisedServer {
  readonly #placement: Placement
  readonly #options: SupervisedServerOptions
  readonly #token = randomBytes(6).toString("hex")
  readonly #downHandlers: (() => void)[] = []
  readonly #upHandlers: (() => void)[] = []
  #access: Access
  #guard: Guard | undefined
  #ownership: Ownership | undefined
  #recovery: Promise<void> | undefined
  /** False as long as somebody else may be using the server: then it is not ours to stop. */
  #isOurs = false
  #isStopping = false

  constructor(placement: Placement, options: SupervisedServerOptions) {
    this.#placement = placement
    this.#options = options
    this.#access = options.access
  }

  get ownerUrl(): string {
    return throughSocket(ownerUrl(this.#access), this.#placement.data)
  }

  get superUrl(): string {
    return throughSocket(superUrl(this.#access), this.#placement.data)
  }

  onDown(handler: () => void): void {
    this.#downHandlers.push(handler)
  }

  onUp(handler: () => void): void {
    this.#upHandlers.push(handler)
  }

  /** The port may move only at the first start: afterwards the pools of this process hold the address. */
  async rise({ mayMove }: { mayMove: boolean }): Promise<void> {
    const ownership = await this.#ownRunningServer(mayMove)
    try {
      await ensureDatabase(ownership, this.#access)
    } catch (error) {
      // Or the lock we hold would keep ourselves out at the next try.
      await ownership.client.end()
      throw error
    }
    this.#ownership = ownership
    ownership.client.once("end", () => this.#recover())
  }

  async stop(): Promise<void> {
    if (this.#isStopping) return
    this.#isStopping = true
    await this.#recovery
    await this.#ownership?.client.end().catch(() => {})
    const running = this.#isOurs ? await findPostmaster(this.#placement) : undefined
    if (running) await stopPostmaster(this.#placement, running.pid)
    this.#guard?.dismiss()
  }

  async #ownRunningServer(mayMove: boolean): Promise<Ownership> {
    for (let tries = 1; ; tries++) {
      const running = await findPostmaster(this.#placement)
      if (running) this.#notePort(running.port)
      const words = running ? undefined : await this.#spawn(mayMove)
      const ownership = words === undefined ? await this.#own() : undefined
      if (ownership) {
        if (running)
          this.#options.log.info({ postmaster: running.pid }, "the PostgreSQL that was running is ours now")
        this.#postGuard()
        return ownership
      }
      if (this.#isStopping || tries >= MOST_TRIES || (words !== undefined && !isPassing(words))) {
        throw new PostgresFailure(
          `PostgreSQL did not start. Its own words: ${words ?? `see ${this.#logFile}`}`,
        )
      }
      await sleep(250)
    }
  }

  /** Undefined when it listens; otherwise what it said before it went away. */
  async #spawn(mayMove: boolean): Promise<string | undefined> {
    await this.#settlePort(mayMove)
    this.#postGuard()
    const { port } = this.#access
    const unix_socket_directories = socketDirectoryOf(this.#placement.data) ?? ""
    const settings = { ...SERVER_SETTINGS, unix_socket_directories, ...this.#options.settings }
    const child = await spawnPostmaster(this.#placement, { port, settings, logFile: this.#logFile })
    await waitUntil(async () => child.hasExited() || (await isListening(port)), LONGEST_START_SECONDS)
    return child.hasExited() ? child.readLog() : undefined
  }

  /** Undefined when the server went away while we waited for it. */
  async #own(): Promise<Ownership | undefined> {
    let ownership: Ownership | undefined
    const isSettled = async () => {
      ownership = await tryOwning({ access: this.#access, token: this.#token })
      return (
        ownership !== undefined || this.#isStopping || (await findPostmaster(this.#placement)) === undefined
      )
    }
    if (await waitUntil(isSettled, LONGEST_START_SECONDS)) return ownership
    throw new PostgresFailure(
      `PostgreSQL runs but does not answer on port ${this.#access.port}; ${this.#logFile} says why.`,
    )
  }

  async #settlePort(mayMove: boolean): Promise<void> {
    if (await isPortFree(this.#access.port)) return
    if (!mayMove) throw new PostgresFailure(`Port ${this.#access.port} was taken while PostgreSQL was down.`)
    const port = await findFreePort()
    this.#options.log.warn({ taken: this.#access.port, port }, "the port of the database is taken; it moves")
    this.#notePort(port)
  }

  #notePort(port: number): void {
    if (port === this.#access.port) return
    this.#access = { ...this.#access, port }
    writeAccess(this.#options.home, this.#access)
  }

  /** Not before the server is ours: until then a living owner's guard must stay the newest. */
  #postGuard(): void {
    this.#isOurs = true
    this.#guard ??= postGuard({
      placement: this.#placement,
      graceSeconds: this.#options.isThrowaway ? 0 : (this.#options.graceSeconds ?? 10),
      ...(this.#options.isThrowaway ? { removes: this.#options.home } : {}),
    })
  }

  #recover(): void {
    if (this.#isStopping || this.#recovery) return
    this.#ownership = undefined
    this.#options.log.warn({}, "the database went down; bringing it back")
    for (const handler of this.#downHandlers) handler()
    this.#recovery = this.#bringBack().finally(() => {
      this.#recovery = undefined
    })
  }

  async #bringBack(): Promise<void> {
    const begin = monotonicMs()
    for (let pause = 100; !this.#isStopping; pause = Math.min(pause * 2, LONGEST_BACKOFF_MILLISECONDS)) {
      try {
        await withFileLock(this.#options.lockFile, () => this.rise({ mayMove: false }))
        const tookMilliseconds = Math.round(monotonicMs() - begin)
        this.#options.log.info({ tookMilliseconds }, "the database is back")
        for (const handler of this.#upHandlers) handler()
        return
      } catch (error) {
        if (error instanceof AlreadyRunning) this.#isOurs = false
        this.#options.log.error({ error: String(error), pause }, "the database could not be brought back yet")
        await sleep(pause)
      }
    }
  }

  get #logFile(): string {
    return join(this.#options.home, "postgres.log")
  }
}

/** What goes away by itself; anything else in the server's last words needs a person. */
function isPassing(words: string): boolean {
  return /pre-existing shared memory|lock file .* already exists|could not bind|Address already in use/.test(
    words,
  )
}
