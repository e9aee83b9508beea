import { resolve } from "node:path"
import { describeObstacles, readSettings, type Settings } from "./settings.ts"

/** What this process is, decided once at its start. The only file that reads the environment. */
export interface Config extends Settings {
  readonly isSandbox: boolean
  readonly isProduction: boolean
}

/** All that is wrong at once, each with the setting's name and what it may be: nobody should fix them one by one. */
export class ConfigProblem extends Error {
  override readonly name = "ConfigProblem"
}

export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const { settings, obstacles } = readSettings(environment)
  if (obstacles.length > 0) throw new ConfigProblem(describeObstacles(obstacles))
  return {
    ...settings,
    home: resolve(settings.home),
    isSandbox: settings.mode === "sandbox",
    isProduction: settings.mode === "production",
  }
}
