import { mkdirSync, writeFileSync } from "node:fs"
import { cpus, totalmem } from "node:os"
import { join } from "node:path"
import type { Comparison, Target } from "./pairs.ts"

/** A table for people and JSON beside it; ends non-zero when a target (not a goal) was missed. */
export function reportComparisons(bench: string, comparisons: readonly Comparison[]): void {
  const rows = comparisons.map((one) => [
    one.name,
    `${one.medianRatio.toFixed(3)}×`,
    `${one.lowestRatio.toFixed(3)} – ${one.highestRatio.toFixed(3)}`,
    `${(one.referenceCv * 100).toFixed(0)} %`,
    targetWords(one.target),
    one.verdict === "missed" && one.target?.isGoal ? "goal missed" : one.verdict,
  ])
  printTable(["benchmark", "median ratio", "range", "reference spread", "target", "verdict"], rows)
  const directory = join(".hostwell", "bench")
  mkdirSync(directory, { recursive: true })
  const machine = { cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version }
  writeFileSync(join(directory, `${bench}.json`), `${JSON.stringify({ machine, comparisons }, null, 2)}\n`)
  console.log(`\nraw pairs: ${join(directory, `${bench}.json`)}`)
  const missed = comparisons.filter((one) => one.verdict === "missed" && !one.target?.isGoal)
  if (missed.length > 0) process.exitCode = 1
}

export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd()
  console.log(line(head))
  console.log(widths.map((width) => "─".repeat(width)).join("  "))
  for (const row of rows) console.log(line(row))
}

function targetWords(target: Target | undefined): string {
  if (!target) return ""
  const words = target.atLeast === undefined ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`
  return target.isGoal ? `${words} (goal)` : words
}
