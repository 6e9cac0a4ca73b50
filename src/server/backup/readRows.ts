// Reads the rows of a table out of a backup, some at a time.
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from '../../protocol/strictZod.ts'
import type { DumpedRow } from '../store/dumpRows.ts'
import { readPart, type TarPart } from './readTar.ts'

/** Few enough that one statement's JSON stays small even when every operation is as long as it may be. */
const rowsPerPage = 200

const dumpedRow = z.record(z.string(), z.union([z.string(), z.int(), z.null()]))

/** Throws where the part is not what a backup writes: its sum must have been checked before. */
export async function* readRows(path: string, part: TarPart): AsyncGenerator<readonly DumpedRow[]> {
  let page: DumpedRow[] = []
  for await (const line of readLines(path, part)) {
    page.push(dumpedRow.parse(JSON.parse(line)))
    if (page.length < rowsPerPage) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

async function* readLines(path: string, part: TarPart): AsyncGenerator<string> {
  // An error reaches the loop through the last stream.
  const unzipped = pipeline(Readable.from(readPart(path, part)), createGunzip(), () => undefined)
  unzipped.setEncoding('utf8')
  let rest = ''
  for await (const piece of unzipped as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') throw new Error('a line without an end')
}
