import { z } from "zod"
import { defineWork, type StepOutput, type WorkKind } from "#kit/work/define.ts"
import { failSignOn } from "./fail-sign-on.ts"
import { recordBuildStuck } from "./record-build-stuck.ts"
import { recordBuildUndone } from "./record-build-undone.ts"
import { recordChangeStuck } from "./record-change-stuck.ts"

/**
 * What starting needs to know of each work. The bodies (work.ts) need the program's doors and are made where
 * the program is wired; a head alone can be started, never played.
 */
export type WorkHead<Input extends StepOutput> = Omit<WorkKind<Input>, "run">

const onPanel = { panelId: z.string() }
const onService = z.object({ ...onPanel, serviceId: z.string() })
export type OnService = z.infer<typeof onService>

/** One queue a panel: a dead one holds up nobody else. */
const queue = (input: { panelId: string }) => `panel:${input.panelId}`
const subjects = (input: OnService) => [input.serviceId, input.panelId]

const buildInput = onService.extend({ buildId: z.string() })
export type BuildInput = z.infer<typeof buildInput>

export const createServiceHead: WorkHead<BuildInput> = {
  name: "provisioning.create-service",
  input: buildInput,
  say: { en: "Set up a server", ko: "서버 세팅" },
  queue,
  subjects,
  onStuck: recordBuildStuck,
  onUndone: recordBuildUndone,
}

export const terminateServiceHead: WorkHead<OnService> = {
  name: "provisioning.terminate-service",
  input: onService,
  say: { en: "Delete a server", ko: "서버 삭제" },
  queue,
  subjects,
  onStuck: recordChangeStuck,
}

export const applySuspensionHead: WorkHead<OnService> = {
  name: "provisioning.apply-suspension",
  input: onService,
  say: { en: "Suspend or resume a server", ko: "서버 이용 정지 또는 정지 해제" },
  queue,
  subjects,
  onStuck: recordChangeStuck,
}

export const changePlanHead: WorkHead<OnService> = {
  name: "provisioning.change-plan",
  input: onService,
  say: { en: "Change a server's plan", ko: "서버 플랜 변경" },
  queue,
  subjects,
  onStuck: recordChangeStuck,
}

const signOnInput = onService.extend({ signOnId: z.string() })
export type SignOnInput = z.infer<typeof signOnInput>

export const requestSignOnHead: WorkHead<SignOnInput> = {
  name: "provisioning.request-sign-on",
  input: signOnInput,
  say: { en: "Request a sign-in link from the panel", ko: "패널 접속 링크 요청" },
  queue,
  subjects,
  onStuck: failSignOn,
}

const compareInput = z.object({ ...onPanel, day: z.string() })
export type CompareInput = z.infer<typeof compareInput>

export const comparePanelHead: WorkHead<CompareInput> = {
  name: "provisioning.compare-panel",
  input: compareInput,
  say: { en: "Compare a panel's list with our services", ko: "패널 목록과 서비스 대조" },
  queue,
  subjects: (input) => [input.panelId],
}

/** For `startWork`, which reads everything but the body. */
export function startable<Input extends StepOutput>(head: WorkHead<Input>): WorkKind<Input> {
  return defineWork({
    ...head,
    run: () => Promise.reject(new Error(`${head.name} was started from its head; its body is not wired.`)),
  })
}
