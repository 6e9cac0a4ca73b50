// The address of a file on the unit's own screen: the viewer lies over the finding, which stays where it is.
import { useRoute, type RouteLocationRaw } from 'vue-router'
import { evidenceKey, type EvidenceView } from '../../components/evidence/EvidenceView.ts'

export function useEvidenceQuery(): (view: EvidenceView) => RouteLocationRaw {
  const route = useRoute()
  return ({ id }) => ({ name: 'unit', params: route.params, query: { evidence: evidenceKey(id) } })
}
