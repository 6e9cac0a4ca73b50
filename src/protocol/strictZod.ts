// The one import of zod for messages. zod would compile parsers with `new Function`, which our Content Security Policy forbids.
import { z } from 'zod'

z.config({ jitless: true })

export { z }
