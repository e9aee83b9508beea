import { declareRefusals } from "#kit/refusal.ts"

export const provisioningRefusals = declareRefusals("provisioning", {
  service_missing: {
    status: 404,
    say: { en: "There is no such service.", ko: "해당 서비스를 찾을 수 없습니다." },
  },
  sign_on_missing: {
    status: 404,
    say: {
      en: "This sign-in link does not exist. Please ask for a new one.",
      ko: "접속 링크를 찾을 수 없습니다. 다시 요청해 주세요.",
    },
  },
  disk_too_small: {
    status: 409,
    say: {
      en: "The disk of that plan is smaller than the one this server has. A disk can grow, but what is on it can't be cut off.",
      ko: "선택하신 플랜의 디스크가 현재 서버의 디스크보다 작아 변경할 수 없습니다.",
    },
  },
  cannot_move: {
    status: 409,
    say: {
      en: "This can't be done while the service is in its current state.",
      ko: "현재 서비스 상태에서는 진행할 수 없습니다.",
    },
  },
  no_backup_awaited: {
    status: 409,
    say: {
      en: "This service is not waiting for a backup. Reload the page to see where it stands.",
      ko: "백업을 기다리는 서비스가 아닙니다. 화면을 새로고침해 현재 상태를 확인해 주세요.",
    },
  },
  not_held: {
    status: 409,
    say: {
      en: "This service is not waiting to be deleted after a refund. Reload the page to see where it stands.",
      ko: "환불 후 삭제를 기다리는 서비스가 아닙니다. 화면을 새로고침해 현재 상태를 확인해 주세요.",
    },
  },
  not_ready: {
    status: 409,
    say: {
      en: "The server is not ready yet. Please come back when it has been set up.",
      ko: "아직 서버 세팅이 끝나지 않았습니다. 설치가 완료된 후 이용해 주세요.",
    },
  },
  credentials_missing: {
    status: 409,
    say: {
      en: "There are no credentials for this service. Please ask our support.",
      ko: "저장된 접속 정보가 없습니다. 1:1 문의로 연락해 주세요.",
    },
  },
  no_panel: {
    status: 503,
    say: {
      en: "No server can take this order at the moment. Our team has been told.",
      ko: "현재 이 지역에 세팅할 수 있는 서버가 없습니다. 담당자에게 알림이 전달되었습니다.",
    },
  },
  panel_exists: {
    status: 409,
    say: {
      en: "There already is a panel of that name.",
      ko: "같은 이름의 서버가 이미 등록되어 있습니다.",
    },
  },
  unknown_driver: {
    status: 422,
    say: { en: "There is no driver of that name.", ko: "지원하지 않는 드라이버입니다." },
  },
})
