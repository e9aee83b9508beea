import { z } from "zod"
import { defineWork, type StepOutput, type WorkKind } from "#kit/work/define.ts"

const deleteFileInput = z.object({ fileId: z.string(), key: z.string() })
export type DeleteFileInput = z.infer<typeof deleteFileInput>

export const deleteFileHead: Omit<WorkKind<DeleteFileInput>, "run"> = {
  name: "customers.delete-file",
  input: deleteFileInput,
  say: { en: "Delete a customer's file", ko: "고객 파일 삭제" },
  subjects: ({ fileId }) => [fileId],
}

const inviteImportedInput = z.object({ importId: z.string() })
export type InviteImportedInput = z.infer<typeof inviteImportedInput>

export const inviteImportedHead: Omit<WorkKind<InviteImportedInput>, "run"> = {
  name: "customers.invite-imported",
  input: inviteImportedInput,
  say: { en: "Invite imported customers", ko: "가져온 고객 초대" },
  subjects: ({ importId }) => [importId],
}

export function startable<Input extends StepOutput>(head: Omit<WorkKind<Input>, "run">): WorkKind<Input> {
  return defineWork({
    ...head,
    run: () => Promise.reject(new Error(`${head.name} was started from its head; its body is not wired.`)),
  })
}
