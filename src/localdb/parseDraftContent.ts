// What a draft holds, as it was sealed or written into a journal or a file.
import type { DraftContent } from './LocalRows.ts'
import { isDot } from '../domain/oplog/Dot.ts'
import { branded, listOf, shape, text, type Parser } from '../domain/parse/Parser.ts'

const anyText = text(Number.MAX_SAFE_INTEGER)

export const parseDraftContent: Parser<DraftContent> = shape({
  kind: anyText,
  text: anyText,
  // Whatever JSON it is: the kind's parser judges it when it becomes an operation.
  body: (value) => value ?? undefined,
  seen: listOf(branded(isDot)),
  changedAt: anyText,
})
