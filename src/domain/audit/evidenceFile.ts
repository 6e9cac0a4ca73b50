// What is recorded of an evidence file: which thing it supports and how its bytes are known. Never the bytes.
import { isEntityId } from '../oplog/Dot.ts'
import { branded, integer, nonEmptyText, nullOr, shape, text, textMatching } from '../parse/Parser.ts'

export const evidenceFile = shape({
  /** The answer, item, finding, measure or occurrence it supports. */
  supports: branded(isEntityId),
  sha256: textMatching(/^[A-Za-z0-9_-]{43}$/),
  /** Bytes. */
  size: integer(0),
  mediaType: nonEmptyText(100),
  name: text(200),
  capturedAt: nullOr(text(30)),
})
