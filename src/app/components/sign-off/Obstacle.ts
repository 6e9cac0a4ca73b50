// What stands in the way of a sign-off: of the audit itself, and of this tablet.
import type { SignOffObstacle } from '../../../domain/audit/decideSignOff.ts'

export type Obstacle = SignOffObstacle | { readonly code: 'refused-entries'; readonly count: number }
