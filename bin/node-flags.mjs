import { pathToFileURL } from "node:url"
import { inRoot } from "./paths.mjs"

/** For every program of ours under the packaged Node. */
export const nodeFlags = ["--import", pathToFileURL(inRoot("bin", "known-warnings.mjs")).href]
