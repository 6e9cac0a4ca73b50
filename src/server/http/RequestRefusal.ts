// Thrown by routes and hooks to refuse a request. Becomes an answer in `errorResponse.ts` only.
import type { ErrorCode } from '../../protocol/errorAnswer.ts'

export class RequestRefusal extends Error {
  override readonly name = 'RequestRefusal'
  readonly code: ErrorCode

  constructor(code: ErrorCode) {
    super(code)
    this.code = code
  }
}
