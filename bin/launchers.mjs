import { readFileSync } from "node:fs"

/**
 * npm does not pass every signal on, and one that is killed passes none: we see that its process is gone. Whoever
 * starts bin/start.mjs without npm may leave it behind on purpose (nohup), so then nobody is watched.
 */
export function watchLaunchers(onGone) {
  if (!process.env.npm_lifecycle_event) return
  const before = readLineage()
  if (before.includes(1)) return
  setInterval(() => {
    if (readLineage().join() !== before.join()) onGone()
  }, 500).unref()
}

/** Some shells stay between npm and us; npm is then the one above. */
function readLineage() {
  const parent = process.ppid
  return isShell(parent) ? [parent, readParent(parent)] : [parent]
}

function isShell(pid) {
  return /\((sh|dash|bash|ash|busybox|zsh)\)/.test(readStat(pid))
}

function readParent(pid) {
  // After the name in brackets come the state and the parent.
  return Number(
    readStat(pid)
      .replace(/^.*\) /s, "")
      .split(" ")[1],
  )
}

function readStat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
  } catch {
    // No /proc on macOS, whose sh replaces itself: there the parent is npm. Otherwise it is gone, and that is the news.
    return ""
  }
}
