// How an own operation stands: what its row says, or the watermark of its stream.
import type { OperationRow, OperationStatus } from './LocalRows.ts'

export function statusOf({ status, n }: Pick<OperationRow, 'status' | 'n'>, acked: number): OperationStatus {
  return status === 'unsent' && n <= acked ? 'acked' : status
}
