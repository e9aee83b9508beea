import { mkdirSync, writeFileSync } from "node:fs"
import { cpus, loadavg, totalmem } from "node:os"
import { join } from "node:path"
import type { Options } from "./options.ts"
import type { Comparison, Target } from "./pairs.ts"

/** A table for people and JSON beside it; ends non-zero when a target (not a goal) was missed. */
export function reportComparisons(
  bench: string,
  comparisons: readonly Comparison[],
  options: Options,
  facts: Readonly<Record<string, unknown>> = {},
): void {
  const rows = comparisons.map((one) => [
    one.name,
    `${one.medianRatio.toFixed(3)}×`,
    `${one.lowestRatio.toFixed(3)} – ${one.highestRatio.toFixed(3)}`,
    figures(one),
    `${(one.referenceCv * 100).toFixed(0)} %`,
    targetWords(one.target),
    one.verdict === "missed" && one.target?.isGoal ? "goal missed" : one.verdict,
  ])
  printTable(
    ["benchmark", "median ratio", "range", "reference → ours", "reference spread", "target", "verdict"],
    rows,
  )
  mkdirSync(options.jsonDirectory, { recursive: true })
  const file = join(options.jsonDirectory, `${bench}.json`)
  writeFileSync(file, `${JSON.stringify({ machine: describeMachine(), comparisons, ...facts }, null, 2)}\n`)
  console.log(`\nload of the machine at the end: ${loadavg()[0]?.toFixed(1)} · raw pairs: ${file}`)
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

function describeMachine() {
  return {
    at: new Date().toISOString(),
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: loadavg(),
  }
}

/** The medians of both sides: good for a feeling, never for a comparison between machines. */
function figures({ medianReference, medianSubject, unit }: Comparison): string {
  return `${round(medianReference)} → ${round(medianSubject)} ${unit}`
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

function targetWords(target: Target | undefined): string {
  if (!target) return ""
  const words = target.atLeast === undefined ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`
  return target.isGoal ? `${words} (goal)` : words
}
