// SHA-256 as the core wants it handed in: synchronous, base64url.
import { createHash } from 'node:crypto'
import type { Sha256 } from '../../src/domain/oplog/Sha256.ts'

export const sha256ForTests: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('base64url')
