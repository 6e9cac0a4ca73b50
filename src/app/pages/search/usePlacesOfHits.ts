// The address of what was found: the very question, finding, list or file.
import type { RouteLocationRaw } from 'vue-router'
import type { SearchText } from '../../../domain/audit/searchableTexts.ts'
import type { StreamId } from '../../../domain/oplog/Dot.ts'

export function usePlacesOfHits() {
  function placeOf(stream: StreamId, { place }: SearchText): RouteLocationRaw {
    switch (place.at) {
      case 'question':
        return { name: 'checklist', params: { stream, question: place.question } }
      case 'finding':
        return { name: 'finding', params: { stream, finding: place.finding.slice('finding:'.length) } }
      case 'roster':
        return { name: 'roster', params: { stream, roster: place.roster } }
      case 'evidence':
        return { name: 'evidence', params: { stream, evidence: place.evidence.slice('evidence:'.length) } }
    }
  }
  return { placeOf }
}
