// Where a row lives, as the text its bytes are sealed to.
import type {
  BaseRow,
  DraftKey,
  EvidenceChunkRow,
  OperationRow,
  RelayRow,
  RetiredRow,
  SegmentRow,
} from './LocalRows.ts'
import type { StreamId } from '../domain/oplog/Dot.ts'

export function operationPlace({ stream, n }: Pick<OperationRow, 'stream' | 'n'>): string {
  return `operations/${stream}/${String(n)}`
}

export function segmentPlace(row: Pick<SegmentRow, 'stream' | 'generation' | 'to'>): string {
  return `segments/${row.stream}/${String(row.generation)}/${String(row.to)}`
}

export function basePlace({ stream, generation, version }: Pick<BaseRow, 'stream' | 'generation' | 'version'>): string {
  return `bases/${stream}/${String(generation)}/${String(version)}`
}

export function relayPlace({ device, stream, from }: Pick<RelayRow, 'device' | 'stream' | 'from'>): string {
  return `relays/${device}/${stream}/${String(from)}`
}

export function retiredPlace({ device, stream, n }: Pick<RetiredRow, 'device' | 'stream' | 'n'>): string {
  return `retired/${device}/${stream}/${String(n)}`
}

export function snapshotPlace(stream: StreamId): string {
  return `snapshots/${stream}`
}

export function summaryPlace(stream: StreamId): string {
  return `streams/${stream}/summary`
}

export function draftPlace({ stream, entity, register }: DraftKey): string {
  return `drafts/${stream}/${entity}/${register}`
}

export function vaultPlace(name: string): string {
  return `vault/${name}`
}

export function evidencePlace(sha256: string, column: 'proof' | 'upload'): string {
  return `evidence/${sha256}/${column}`
}

export function evidenceChunkPlace({ sha256, index }: Pick<EvidenceChunkRow, 'sha256' | 'index'>): string {
  return `evidenceChunks/${sha256}/${String(index)}`
}

export function thumbnailPlace(sha256: string): string {
  return `thumbnails/${sha256}`
}
