// What somebody stands by with their name. It is answered by another act; no undo and no restoring writes it again in another's name [A21].

const bindingRegisters: ReadonlySet<string> = new Set([
  ...['sign-off', 'placement', 'issue', 'publication'],
  ...['review', 'signature', 'fact-check', 'submission', 'verification'],
])

export function isBinding(register: string): boolean {
  return bindingRegisters.has(register)
}
