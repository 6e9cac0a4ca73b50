// The server's SHA-256 for the core's hash port.
import { hash } from 'node:crypto'
import type { Sha256 } from '../domain/oplog/Sha256.ts'

export const sha256: Sha256 = (text) => hash('sha256', text, 'base64url')
