/** Browsers older than the commands of buttons (before 2026) need the script to do the same. */
export function knowsCommands(): boolean {
  return "commandForElement" in HTMLButtonElement.prototype
}
