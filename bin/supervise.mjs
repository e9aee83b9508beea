import { spawn } from "node:child_process"
import { setTimeout as sleep } from "node:timers/promises"
import { watchLaunchers } from "./launchers.mjs"
import { nodeFlags } from "./node-flags.mjs"
import { homeDirectory, root, Sentence } from "./paths.mjs"
import { compileCacheOf } from "./program-build.mjs"
import { watchSources } from "./watch-sources.mjs"

/** The program said in a sentence why it won't run; starting it again would only repeat that. */
const REFUSED = 64
const MOST_RESTARTS = 5
const RESTART_WINDOW_MILLISECONDS = 60_000
/** Longer than the program gives itself, so this only ends one that hangs. */
const STOP_LIMIT_MILLISECONDS = 40_000

/**
 * Runs the program, brings it back when it dies, and takes it along when we are told to stop. It lives in a session of
 * its own: Ctrl-C reaches only us and is passed on once. It notices our death by the closing of the channel.
 */
export async function superviseMain({ node, findFile, isDev }) {
  const changes = isDev ? watchSources() : undefined
  try {
    return await keepRunning({ node, findFile, isDev, changes, stopping: listenForStop() })
  } finally {
    changes?.close()
  }
}

async function keepRunning({ node, findFile, isDev, changes, stopping }) {
  const crashes = []
  for (;;) {
    const file = await findFileOrWait({ findFile, changes, stopping })
    if (file === undefined) return 1
    const run = runMain({ node, file, isDev })
    stopping.passTo(run)
    changes?.passTo(run)
    const { code, signal, wasReady } = await run.ended
    if (stopping.signal) return code === 0 ? 0 : 1
    if (changes?.wasRestart(run)) continue
    if (code === 0) return 0
    if (code === REFUSED) return 1
    const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`
    if (changes) {
      console.error(`Hostwell ${how}. It starts again with your next change.`)
      await changes.next(stopping.aborted)
      if (stopping.signal) return 1
      continue
    }
    // One that fails by itself before it was ever ready fails the same way again.
    if (!wasReady && !signal) {
      console.error(`Hostwell ${how} before it was ready; what it said above tells why.`)
      return 1
    }
    if (isTooOften(crashes)) {
      console.error(
        `Hostwell ${how}, for the ${crashes.length}th time within a minute, so it is not started again.`,
      )
      return 1
    }
    console.error(`Hostwell ${how}; starting it again.`)
    // A short pause, so that what killed it (memory, say) has a moment to pass.
    await sleep(100 * crashes.length, undefined, { signal: stopping.aborted }).catch(() => {})
    if (stopping.signal) return 1
  }
}

/** Sources that can't be put together are said, and tried again with the next change; undefined when we shall stop. */
async function findFileOrWait({ findFile, changes, stopping }) {
  while (!stopping.signal) {
    try {
      return await findFile()
    } catch (error) {
      if (!changes || !(error instanceof Sentence)) throw error
      console.error(`${error.message}\nHostwell starts with your next change.`)
      await changes.next(stopping.aborted)
    }
  }
  return undefined
}

function runMain({ node, file, isDev }) {
  const words = [...nodeFlags, file, ...(isDev ? ["--dev"] : [])]
  const child = spawn(node, words, {
    cwd: root,
    env: { ...process.env, ...compileCacheOf(file), HOSTWELL_HOME: homeDirectory() },
    detached: true,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  })
  let wasReady = false
  child.on("message", (message) => {
    if (message === "ready") wasReady = true
  })
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code, signal) => resolve({ code, signal, wasReady }))
  })
  return { ended, send: (name) => child.kill(name) }
}

/** Every further signal is only the echo of the first: the terminal and npm both send theirs. */
function listenForStop() {
  const abort = new AbortController()
  let signal
  let current
  const stop = (name) => {
    if (signal) return
    signal = name
    current?.send(name)
    setTimeout(() => current?.send("SIGKILL"), STOP_LIMIT_MILLISECONDS).unref()
    abort.abort()
  }
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => stop(name))
  watchLaunchers(() => stop("SIGTERM"))
  return {
    get signal() {
      return signal
    },
    aborted: abort.signal,
    passTo(run) {
      current = run
      if (signal) run.send(signal)
    },
  }
}

function isTooOften(crashes) {
  const now = performance.now()
  while (crashes.length > 0 && now - crashes[0] > RESTART_WINDOW_MILLISECONDS) crashes.shift()
  crashes.push(now)
  return crashes.length > MOST_RESTARTS
}
