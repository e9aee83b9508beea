import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Placement } from "./placement.ts"

/**
 * The last one to leave: a tiny shell that waits for our death (its input ends, however we die) and then stops the
 * database, unless a new start has adopted it in the meantime. So even kill -9 of everything leaves nothing running.
 */
export interface Guard {
  dismiss(): void
}

export interface GuardOptions {
  readonly placement: Placement
  /** Time for a successor to adopt the database before it is stopped. */
  readonly graceSeconds: number
  /** For throwaway clusters: the directory that is removed afterwards. */
  readonly removes?: string
}

// $1 cluster directory, $2 token, $3 grace in whole seconds, $4 signal, $5 a directory to remove or nothing.
// The token file names the newest guard; an older one finds another token there and leaves.
// The process id is read at the very end, because the server may have been restarted since; and its command line is
// looked at, because ids are used again.
const SCRIPT = `
read -r word && exit 0
newest() { read -r token 2>/dev/null <"$1/guard" && [ "$token" = "$2" ]; }
tries=0
while newest "$1" "$2" && [ $tries -lt $(($3 * 5)) ]; do sleep 0.2; tries=$((tries + 1)); done
newest "$1" "$2" || exit 0
pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
ours() {
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
  if [ -d /proc/self ]; then line=$(tr '\\000' ' ' <"/proc/$pid/cmdline"); else line=$(ps -ww -p "$pid" -o args=); fi
  case "$line " in *"-D $1/data "*) return 0 ;; *) return 1 ;; esac
}
ours "$1" && kill -"$4" "$pid"
tries=0
while ours "$1" && [ $tries -lt 150 ]; do sleep 0.1; tries=$((tries + 1)); done
ours "$1" && kill -QUIT "$pid"
[ -n "$5" ] && rm -rf "$5"
exit 0
`

export function postGuard({ placement, graceSeconds, removes }: GuardOptions): Guard {
  const token = randomBytes(8).toString("hex")
  writeFileSync(join(placement.directory, "guard"), `${token}\n`)
  const words = [placement.directory, token, String(graceSeconds), removes ? "QUIT" : "INT", removes ?? ""]
  const child = spawn("/bin/sh", ["-c", SCRIPT, "hostwell-guard", ...words], {
    cwd: "/",
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C" },
    // Its own session, or Ctrl-C and a closing terminal would end it together with us.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  })
  // It must never be what keeps us alive, nor its death what ends us.
  child.on("error", () => {})
  child.stdin.on("error", () => {})
  child.unref()
  if ("unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref()
  return { dismiss: () => child.stdin.end("leave\n") }
}
