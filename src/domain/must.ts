// For bugs only: states that cannot happen unless our own code is wrong. Never for outside data.

/** Returns the value; throws when it is missing. `what` names it for the person reading the stack trace. */
export function must<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`)
  return value
}

/** Closes an exhaustive switch: adding a case without handling it stops compiling. */
export function assertNever(value: never): never {
  throw new Error(`unexpected: ${JSON.stringify(value)}`)
}
