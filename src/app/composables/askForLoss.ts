// Asks the server what it has of a tablet that was emptied. Loaded only when something was lost.
import { viewLoss, type LossView } from '../components/incident/LossView.ts'
import { createFetchTransport } from '../../device/fetchTransport.ts'
import { randomId } from '../../device/randomId.ts'
import { readMarks } from '../../sync/readMarks.ts'

export async function askForLoss(device: string, heads: ReadonlyMap<string, number> | undefined): Promise<LossView> {
  const random = { id: randomId, fraction: () => Math.random() }
  const marks = await readMarks({ transport: createFetchTransport(), random }, device)
  return marks === undefined ? { state: 'unknown' } : viewLoss(marks, heads)
}
