import { defineWork, type StepOutput, type WorkKind } from "#kit/work/define.ts"
import { buildExportWork } from "./build-export.ts"
import { erasePersonWork } from "./erase-person.ts"
import { exportFileKey, type PrivacyDoors } from "./means.ts"
import { type ExportInput, removeExportHead } from "./work-heads.ts"

/** Every work of this module with its body, for whoever plays work. */
export function privacyWork(doors: PrivacyDoors): WorkKind[] {
  return [
    fit(buildExportWork(doors)),
    fit(erasePersonWork(doors)),
    fit(
      defineWork<ExportInput>({
        ...removeExportHead,
        run: async (work, { exportId }) => {
          await work.call("delete-file", ({ tenant }) =>
            doors.files.delete(tenant, exportFileKey(doors.keyring, tenant, exportId)),
          )
        },
      }),
    ),
  ]
}

function fit<Input extends StepOutput>(kind: WorkKind<Input>): WorkKind {
  return kind as unknown as WorkKind
}
