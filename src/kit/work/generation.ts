/**
 * The version DBOS is told, constant over releases: work left by an older release must be taken by the newer one.
 * A segment carries only ids and finds its steps by name, so releases don't differ in shape. Raise it only
 * together with a migration that carries pending segments over.
 */
export const WORK_GENERATION = "1"
/** The one workflow DBOS knows: play a segment of an operation. */
export const SEGMENT_WORKFLOW = "hostwell.segment"
export const DBOS_APPLICATION = "hostwell"
