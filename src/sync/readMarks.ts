// What the server has of a device: for a tablet that was emptied, and for a file that may have been sent already.
import { fetchMessage, type ExchangePorts } from './exchange.ts'
import { marksResponse } from '../protocol/marks.ts'

/** Stream → the n up to which the device's operations are all there. */
export type Marks = ReadonlyMap<string, number>

/** Undefined where the server cannot be asked; empty where it knows nothing of the device. */
export async function readMarks(
  ports: Pick<ExchangePorts, 'transport' | 'random'>,
  device: string,
): Promise<Marks | undefined> {
  const answer = await fetchMessage(ports, `/sync/v1/marks/${device}`, marksResponse)
  if (!answer.ok) return answer.error.code === 'not-found' ? new Map() : undefined
  return new Map(answer.value.marks.map(({ stream, n }) => [stream, n]))
}
