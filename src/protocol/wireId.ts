// Ids on the wire: URL-safe characters, so that they can stand in addresses without escaping.
import { z } from './strictZod.ts'

export const wireId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
