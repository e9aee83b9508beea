import type { Dispatcher } from "undici"
import { AddressRefused } from "./connector.ts"
import type { OutsideRequest } from "./request.ts"
import { startTimer } from "./timer.ts"

export interface Sending {
  readonly dispatcher: Dispatcher
  readonly request: OutsideRequest
  readonly timeoutMs: number
  readonly headersTimeoutMs: number
  readonly bodyTimeoutMs: number
  readonly maxBodyBytes: number
  readonly signal: AbortSignal | undefined
}

export interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
}

/**
 * No answer came. `wasSent` is the question that matters: false means that not one byte of the request left.
 * `blame` says whose doing it was: the breaker counts only the host's.
 */
export class SendFailure extends Error {
  override readonly name = "SendFailure"
  readonly wasSent: boolean
  readonly blame: "host" | "caller" | "guard"
  constructor(because: string, wasSent: boolean, blame: "host" | "caller" | "guard") {
    super(because)
    this.wasSent = wasSent
    this.blame = blame
  }
}

/** One request, one answer, within its bounds of time and size. */
export function send(sending: Sending): Promise<Received> {
  return new Promise((resolve, reject) => {
    const handler = new Exchange(sending, resolve, reject)
    sending.dispatcher.dispatch(
      {
        path: sending.request.target,
        method: sending.request.method,
        headers: sending.request.headers,
        body: sending.request.body ?? null,
        headersTimeout: sending.headersTimeoutMs,
        bodyTimeout: sending.bodyTimeoutMs,
      },
      handler,
    )
  })
}

/** What undici tells about one request on its way. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #sending: Sending
  readonly #settle: (outcome: Received | SendFailure) => void
  #controller: Dispatcher.DispatchController | undefined
  #failure: SendFailure | undefined
  #status = 0
  #headers: Record<string, string> = {}
  #chunks: Uint8Array[] = []
  #size = 0

  constructor(sending: Sending, resolve: (received: Received) => void, reject: (failure: Error) => void) {
    this.#sending = sending
    const onAbort = () => this.#stop("it was called off", "caller")
    const stopTimer = startTimer(sending.timeoutMs, () =>
      this.#stop(`no whole answer within ${sending.timeoutMs} ms`, "host"),
    )
    sending.signal?.addEventListener("abort", onAbort)
    this.#settle = (outcome) => {
      stopTimer()
      sending.signal?.removeEventListener("abort", onAbort)
      if (outcome instanceof SendFailure) reject(outcome)
      else resolve(outcome)
    }
    if (sending.signal?.aborted) onAbort()
  }

  /** The first byte leaves after this. Called off while connecting: then it never does. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#failure) controller.abort(this.#failure)
    else this.#controller = controller
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#status = status
    this.#headers = joinHeaders(headers)
    if (Number(this.#headers["content-length"]) > this.#sending.maxBodyBytes && this.#hasBody())
      this.#overflow()
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#size += chunk.byteLength
    if (this.#size > this.#sending.maxBodyBytes) this.#overflow()
    else this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    if (this.#failure) return
    this.#settle({ status: this.#status, headers: this.#headers, bytes: Buffer.concat(this.#chunks) })
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#failure) return
    const blame = error instanceof AddressRefused || isUnsendable(error) ? "guard" : "host"
    this.#fail(new SendFailure(wordsOf(error), this.#controller !== undefined, blame))
  }

  #hasBody(): boolean {
    return this.#sending.request.method !== "HEAD" && this.#status !== 304
  }

  #overflow(): void {
    this.#stop(`the answer is larger than ${this.#sending.maxBodyBytes} bytes`, "guard")
  }

  #stop(because: string, blame: "host" | "caller" | "guard"): void {
    if (this.#failure) return
    const failure = new SendFailure(because, this.#controller !== undefined, blame)
    this.#fail(failure)
    this.#controller?.abort(failure)
  }

  #fail(failure: SendFailure): void {
    this.#failure = failure
    this.#chunks = []
    this.#settle(failure)
  }
}

function joinHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const joined: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name.toLowerCase()] = typeof value === "string" ? value : value.join(", ")
  }
  return joined
}

/** undici would not put it on the wire at all: a header or a path it takes for malformed. */
function isUnsendable(error: Error): boolean {
  return codeOf(error) === "UND_ERR_INVALID_ARG"
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was reset",
  ENOTFOUND: "its name is not known",
  EAI_AGAIN: "its name could not be looked up",
  EPIPE: "the connection broke",
  ETIMEDOUT: "the connection timed out",
  UND_ERR_CONNECT_TIMEOUT: "no connection in time",
  UND_ERR_HEADERS_TIMEOUT: "no answer in time",
  UND_ERR_BODY_TIMEOUT: "the answer stopped in the middle",
  UND_ERR_SOCKET: "the connection broke off",
  UND_ERR_HEADERS_OVERFLOW: "the answer's headers are too large",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "the answer has another length than it says",
}

function wordsOf(error: Error): string {
  const code = codeOf(error)
  return WORDS[code] ?? (code ? `${code}: ${error.message}` : error.message)
}

/** When several addresses were tried, the first one's trouble is as good as any. */
function codeOf(error: Error): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0])
  return "code" in error && typeof error.code === "string" ? error.code : ""
}
