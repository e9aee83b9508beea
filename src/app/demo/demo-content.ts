import type { NewPage } from "#content"

export interface DemoPage extends NewPage {
  /** Before the day on which the shop is first seen. */
  readonly daysAgo: number
}

/** What a shop of servers would have written by now. Plainly demo data where it speaks of itself. */
export const demoPages: readonly DemoPage[] = [
  {
    kind: "guide",
    slug: "first-sign-in",
    daysAgo: 60,
    title: { en: "Sign in to your new server", ko: "새 서버에 처음 접속하기" },
    summary: {
      en: "Where the sign-in data is, and how to use a key instead of a password.",
      ko: "접속 정보를 확인하고 비밀번호 대신 SSH 키로 접속하는 방법입니다.",
    },
    body: {
      en: `## Find the sign-in data

Open **My services**, choose the server and press *Show*. You are asked once more who you are, and the look is written down.

## Sign in

\`\`\`
ssh root@203.0.113.10
\`\`\`

The first time, your computer asks whether it may trust this server. Compare the fingerprint with the one in the panel.

## Use a key

1. Make one: \`ssh-keygen -t ed25519\`
2. Bring it over: \`ssh-copy-id root@203.0.113.10\`
3. Try it in a second window before you close the first one.

When the key works, switch passwords off in \`/etc/ssh/sshd_config\` with \`PasswordAuthentication no\` and reload the service.
`,
      ko: `## 접속 정보 확인

**나의 서비스**에서 서버를 선택하고 *보기*를 누르세요. 본인 확인을 한 번 더 거치며, 열람 기록이 남습니다.

## 접속하기

\`\`\`
ssh root@203.0.113.10
\`\`\`

처음 접속할 때 서버를 신뢰할지 묻는 메시지가 표시됩니다. 패널에 표시된 지문과 일치하는지 확인해 주세요.

## SSH 키 사용

1. 키 만들기: \`ssh-keygen -t ed25519\`
2. 서버에 등록하기: \`ssh-copy-id root@203.0.113.10\`
3. 기존 창을 닫기 전에 새 창에서 접속되는지 확인하세요.

키로 접속되면 \`/etc/ssh/sshd_config\`에서 \`PasswordAuthentication no\`로 설정하고 서비스를 다시 읽어 들이세요.
`,
    },
  },
  {
    kind: "guide",
    slug: "firewall",
    daysAgo: 45,
    title: { en: "Open only the doors you need", ko: "필요한 포트만 열어 두기" },
    summary: {
      en: "A firewall in five lines, on Debian and Ubuntu.",
      ko: "Debian과 Ubuntu에서 다섯 줄로 설정하는 방화벽입니다.",
    },
    body: {
      en: `## Before you begin

Keep a second window signed in. Whoever locks themselves out gets back in by the console of the panel.

## The five lines

\`\`\`
apt install ufw
ufw default deny incoming
ufw allow OpenSSH
ufw allow 80,443/tcp
ufw enable
\`\`\`

## What is open?

| Port | For |
| --- | --- |
| 22 | signing in |
| 80, 443 | a website |

\`ufw status verbose\` shows what holds now. Take away a rule with \`ufw delete allow 80/tcp\`.
`,
      ko: `## 시작하기 전에

접속된 창을 하나 더 열어 두세요. 접속이 막힌 경우 패널의 콘솔로 복구할 수 있습니다.

## 다섯 줄 설정

\`\`\`
apt install ufw
ufw default deny incoming
ufw allow OpenSSH
ufw allow 80,443/tcp
ufw enable
\`\`\`

## 열린 포트 확인

| 포트 | 용도 |
| --- | --- |
| 22 | SSH 접속 |
| 80, 443 | 웹사이트 |

\`ufw status verbose\`로 현재 규칙을 확인하고, \`ufw delete allow 80/tcp\`로 규칙을 삭제할 수 있습니다.
`,
    },
  },
  {
    kind: "guide",
    slug: "backups",
    daysAgo: 30,
    title: { en: "Keep a copy somewhere else", ko: "다른 곳에 백업 보관하기" },
    summary: {
      en: "A server is no backup of itself: a copy every night, and a test that it can be read.",
      ko: "매일 밤 백업하고, 복구되는지 확인하는 방법입니다.",
    },
    body: {
      en: `## Choose a place

Another server in another location, or storage of another company. A copy on the same disk goes with the disk.

## Every night

\`\`\`
restic -r sftp:backup@storage.example:/srv/repo init
restic -r sftp:backup@storage.example:/srv/repo backup /etc /home /var/www
\`\`\`

Write the second line into a timer, and let it tell you when it fails.

## Once a month

Restore one folder into \`/tmp\` and look at it. A backup that nobody has read is a hope.
`,
      ko: `## 보관 위치 선택

다른 데이터센터의 서버나 다른 회사의 저장 공간을 사용하세요. 같은 디스크에 둔 백업은 디스크와 함께 사라집니다.

## 매일 밤 백업

\`\`\`
restic -r sftp:backup@storage.example:/srv/repo init
restic -r sftp:backup@storage.example:/srv/repo backup /etc /home /var/www
\`\`\`

두 번째 줄을 타이머에 등록하고, 실패하면 알림을 받도록 설정하세요.

## 한 달에 한 번

폴더 하나를 \`/tmp\`에 복구해 확인하세요. 복구해 보지 않은 백업은 백업이 아닙니다.
`,
    },
  },
  {
    kind: "news",
    slug: "guides-are-here",
    daysAgo: 28,
    title: { en: "Guides for the first week", ko: "처음 일주일을 위한 이용 가이드" },
    summary: {
      en: "Signing in, a firewall, and copies somewhere else: three short guides to begin with. (Demo)",
      ko: "접속, 방화벽, 백업까지 세 가지 가이드를 준비했습니다. (데모)",
    },
    body: {
      en: `We have written down what customers ask most in their first week.

- [Sign in to your new server](/guides/first-sign-in)
- [Open only the doors you need](/guides/firewall)
- [Keep a copy somewhere else](/guides/backups)

Is something missing? [Tell us](/contact).
`,
      ko: `처음 일주일 동안 가장 많이 문의하시는 내용을 정리했습니다.

- [새 서버에 처음 접속하기](/guides/first-sign-in)
- [필요한 포트만 열어 두기](/guides/firewall)
- [다른 곳에 백업 보관하기](/guides/backups)

필요한 내용이 더 있다면 [알려 주세요](/contact).
`,
    },
  },
  {
    kind: "news",
    slug: "storage-servers",
    daysAgo: 7,
    title: { en: "Servers with large disks", ko: "대용량 스토리지 서버 출시" },
    summary: {
      en: "Storage VPS for backups and archives can be ordered in both locations. (Demo)",
      ko: "백업과 보관을 위한 스토리지 VPS를 주문하실 수 있습니다. (데모)",
    },
    body: {
      en: `One terabyte of disk for what has to be kept and is seldom read. We look at each order before we build it, so it takes a little longer than usual; you see on the order's page how it stands.

[See the plan](/products/storage-vps)
`,
      ko: `오래 보관하지만 자주 읽지 않는 데이터를 위한 1TB 서버입니다. 주문마다 담당자가 확인한 후 서버를 세팅하므로 조금 더 걸릴 수 있으며, 진행 상황은 주문 화면에서 확인하실 수 있습니다.

[플랜 보기](/products/storage-vps)
`,
    },
  },
]
