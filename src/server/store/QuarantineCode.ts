// Why the server keeps an operation outside the log. A fork has its own verdict on the wire, so it is not among the protocol's codes.
import type { quarantineCodes } from '../../protocol/push.ts'

export type RefusalCode = (typeof quarantineCodes)[number]
export type QuarantineCode = RefusalCode | 'fork'
