import { declareRefusals, type Say } from "#kit/refusal.ts"

export const clockRefusals = declareRefusals("clock", {
  too_far: {
    status: 422,
    say: {
      en: "Time moves by at most {days} days at once.",
      ko: "한 번에 최대 {days}일까지만 시간을 옮길 수 있습니다.",
    },
  },
  already_moving: {
    status: 409,
    say: {
      en: "The company's time is being moved already.",
      ko: "이미 회사 시간을 옮기는 중입니다.",
    },
  },
  stopped: {
    status: 409,
    say: {
      en: "The program was stopped on the way.",
      ko: "시간을 옮기는 도중에 프로그램이 종료되었습니다.",
    },
  },
  restless: {
    status: 409,
    say: {
      en: "Work that is due does not come to its end. Is a worker running?",
      ko: "처리해야 할 작업이 끝나지 않습니다. 작업 프로세스(worker)가 실행 중인지 확인해 주세요.",
    },
  },
  sweep_failed: {
    status: 409,
    say: {
      en: "A daily task fails again and again; the log says which. Time waits for it.",
      ko: "일일 작업이 계속 실패하여 시간을 더 옮기지 않습니다. 자세한 내용은 로그에 있습니다.",
    },
  },
  failed: {
    status: 409,
    say: {
      en: "Something failed on the way; the log says what.",
      ko: "도중에 오류가 발생했습니다. 자세한 내용은 로그에 있습니다.",
    },
  },
})

/** The words for what a move was cut short with, as it stands in the database. */
export function sayClockProblem(code: string): Say {
  const known: Readonly<Record<string, { say: Say }>> = clockRefusals.declarations
  return (known[code.replace(/^clock\./, "")] ?? clockRefusals.declarations.failed).say
}
