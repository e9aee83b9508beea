import { tmpdir } from "node:os"
import { join } from "node:path"

/** Where trials keep files: one place for all their processes. Keys can't be guessed, so trials don't meet in it. */
export const TRIAL_FILES = join(tmpdir(), "hostwell-trial-files")
