// Expected outcomes as values: a refusal is data with a code, never an exception.

export type Result<Value, Code> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Code }

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function err<Code>(error: Code): { readonly ok: false; readonly error: Code } {
  return { ok: false, error }
}
