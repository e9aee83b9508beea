import { watch } from "node:fs"
import { inRoot } from "./paths.mjs"

/** An editor writes one change in several steps. */
const SETTLE_MILLISECONDS = 150

/** For `npm run dev`: a change of the program restarts it; changes of pages are the dev server's own. */
export function watchSources() {
  let current
  let timer
  let wake
  const restarted = new WeakSet()
  const onChange = (name) => {
    if (!isProgramSource(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      wake?.()
      if (!current) return
      console.log(`${name} changed; restarting …`)
      restarted.add(current)
      current.send("SIGTERM")
    }, SETTLE_MILLISECONDS)
  }
  const watcher = watch(inRoot("src"), { recursive: true }, (_, name) => name && onChange(name))
  watcher.on("error", (error) => console.error(`Changes are not seen any more (${error.message}).`))
  return {
    close: () => watcher.close(),
    passTo(run) {
      current = run
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
        wake = resolve
        if (aborted.aborted) resolve()
        aborted.addEventListener("abort", () => resolve(), { once: true })
      })
    },
  }
}

function isProgramSource(name) {
  const path = name.replaceAll("\\", "/")
  return /\.ts$|\.sql$|\.json$/.test(path) && !path.startsWith("web/") && !path.endsWith(".test.ts")
}
