// What each thing of an audit belongs to, as the log itself says: a measure to its finding, a file to what it supports. Also of what was
// removed since, which the audit as it reads today no longer places.
import { contentOf } from './contentOf.ts'
import { parseOccurrenceEntity } from '../../../domain/audit/entityIds.ts'
import type { Dot, EntityId } from '../../../domain/oplog/Dot.ts'
import { lateDotOf } from '../../../domain/oplog/lateLane.ts'
import type { Operation } from '../../../domain/oplog/Operation.ts'

/** An answer to a remark about the file of a measure of a finding: longer chains do not exist, and a circle must end. */
const mostSteps = 6

/** Leads from an entity to the finding, question, item or part of the audit where people look for it; to itself where nothing is known. */
export function subjectsOf(operations: readonly Operation[]): (entity: EntityId) => EntityId {
  const owners = new Map<EntityId, EntityId>()
  const entityOfDot = new Map<Dot, EntityId>()
  for (const operation of operations) {
    entityOfDot.set(operation.dot, operation.entity)
    const owner = ownerIn(operation)
    if (owner !== undefined) owners.set(operation.entity, owner)
  }
  const ownerOf = (entity: EntityId): EntityId | undefined => {
    const late = lateDotOf(entity)
    if (late !== undefined) return entityOfDot.get(late)
    return owners.get(entity) ?? parseOccurrenceEntity(entity)?.duty
  }
  return (entity) => {
    let at = entity
    for (let step = 0; step < mostSteps; step += 1) {
      const owner = ownerOf(at)
      if (owner === undefined) return at
      at = owner
    }
    return at
  }
}

function ownerIn(operation: Operation): EntityId | undefined {
  const content = contentOf(operation)
  switch (content?.kind) {
    case 'measure-placed':
    case 'duty-set':
      return content.body.finding
    case 'measure-removed':
      return content.body.finding ?? undefined
    case 'evidence-attached':
    case 'measure-evidence-attached':
      return content.body.supports
    case 'remark-made':
      return content.body.about
    default:
      return undefined
  }
}
