import { messageClasses, type messageKinds, messageStates } from "./contract.ts"

export { messageClasses, messageStates }

export type MessageState = (typeof messageStates)[number]

export const messageMoves = {
  queued: ["sending", "failed"],
  sending: ["sending", "sent", "failed"],
  sent: [],
  // A person may have it tried again once the mail server or the address is right.
  failed: ["sending"],
} as const satisfies Record<MessageState, readonly MessageState[]>

export function canMove(from: MessageState, to: MessageState): boolean {
  return (messageMoves[from] as readonly MessageState[]).includes(to)
}

export type MessageClass = (typeof messageClasses)[number]
export type MessageKind = (typeof messageKinds)[number]

/**
 * SMTP knows no "send once": after a lost answer a second try is the only way to know, so the same mail must
 * carry the same name. Mail servers and programs recognise a repeat by it.
 */
export function messageIdHeader(messageId: string, senderAddress: string): string {
  return `<${messageId}@${senderAddress.split("@").at(-1)}>`
}
