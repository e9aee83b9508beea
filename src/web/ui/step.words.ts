import { defineWords } from "../i18n/define-words.ts"

/** Building steps as the customer reads them; the keys are the steps' own names. */
export const words = defineWords({
  en: {
    "ensure-user": "Prepare your account on the server panel",
    "check-room": "Find room for your server",
    "note-existing": "Look for earlier tries",
    allocate: "Reserve CPU, memory, disk and address",
    build: "Install the operating system",
    "wait-until-built": "Wait for the installation to finish",
    credentials: "Seal your access data",
    activate: "Hand over",
  },
  ko: {
    "ensure-user": "서버 관리 패널 계정 준비",
    "check-room": "서버를 설치할 공간 확인",
    "note-existing": "이전 시도 확인",
    allocate: "CPU, 메모리, 디스크, IP 할당",
    build: "운영체제 설치",
    "wait-until-built": "설치 완료 대기",
    credentials: "접속 정보 암호화 보관",
    activate: "서버 인도",
  },
})
