// What asking the server a single question takes; the answers are not kept.
import { useAppServices } from './appServices.ts'
import { createFetchTransport } from '../../device/fetchTransport.ts'
import type { ExchangePorts } from '../../sync/exchange.ts'

export function useServerAccess(): Pick<ExchangePorts, 'transport' | 'random'> {
  const { randomId } = useAppServices()
  return { transport: createFetchTransport(), random: { id: randomId, fraction: () => Math.random() } }
}
