#!/usr/bin/env node
import { spawn } from "node:child_process"
import { ensureInstalled } from "./install.mjs"
import { nodeFlags } from "./node-flags.mjs"
import { runProgram } from "./paths.mjs"
import { compileCacheOf, ensureProgramBuild } from "./program-build.mjs"

/** `npx hostwell …`: the command line, under the packaged Node, with its own exit code. */
await runProgram(async () => {
  const node = await ensureInstalled()
  const file = await ensureProgramBuild("cli")
  const words = [...nodeFlags, file, ...process.argv.slice(2)]
  const child = spawn(node, words, { stdio: "inherit", env: { ...process.env, ...compileCacheOf(file) } })
  // Ctrl-C reaches the child by itself; here it must only not end us before the child has.
  process.on("SIGINT", () => {})
  for (const name of ["SIGTERM", "SIGHUP"]) process.on(name, () => child.kill(name))
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)))
  })
})
