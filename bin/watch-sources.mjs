import { watch } from "node:fs"
import { inRoot } from "./paths.mjs"

/** An editor writes one change in several steps. */
const SETTLE_MILLISECONDS = 150

/** For `npm run dev`: a change of the program restarts it; changes of pages are the dev server's own. */
export function watchSources() {
  let current
  let timer
  let wake
  /** Of what changed while nothing ran: whatever is being started may be without it. */
  let missed
  const restarted = new WeakSet()
  const restart = (name) => {
    console.log(`${name} changed; restarting …`)
    restarted.add(current)
    current.send("SIGTERM")
  }
  const onChange = (name) => {
    if (!isProgramSource(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      // On Linux a file that an editor put in the place of the old one is not watched any more.
      watcher.close()
      watcher = open()
      if (current) restart(name)
      else if (wake) wake()
      else missed = name
    }, SETTLE_MILLISECONDS)
  }
  const open = () =>
    watch(inRoot("src"), { recursive: true }, (_, name) => name && onChange(name)).on("error", (error) =>
      console.error(`Changes are not seen any more (${error.message}).`),
    )
  let watcher = open()
  return {
    close: () => watcher.close(),
    passTo(run) {
      current = run
      if (missed) restart(missed)
      missed = undefined
      run.ended.then(
        () => {
          if (current === run) current = undefined
        },
        () => {},
      )
    },
    wasRestart: (run) => restarted.has(run),
    next(aborted) {
      return new Promise((resolve) => {
        wake = () => {
          wake = undefined
          resolve()
        }
        if (aborted.aborted || missed) wake()
        missed = undefined
        aborted.addEventListener("abort", () => resolve(), { once: true })
      })
    },
  }
}

function isProgramSource(name) {
  const path = name.replaceAll("\\", "/")
  return /\.ts$|\.sql$|\.json$/.test(path) && !path.startsWith("web/") && !path.endsWith(".test.ts")
}
