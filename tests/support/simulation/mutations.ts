// Places where a break must not go unnoticed. Each changes one text of the real code.
import type { Mutation } from './buildSimulation.mjs'

export const mutations: readonly Mutation[] = [
  {
    name: 'merge-last-writer-wins',
    breaks: 'the merge: a newer value replaces one that its author never saw',
    file: 'src/domain/oplog/foldOperations.ts',
    from: '[...present, write.current].sort((a, b) => compareDots(a.dot, b.dot)),',
    to: '[[...present, write.current].sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? write.current],',
  },
  {
    name: 'merge-forgets-early-supersession',
    breaks: 'the merge: an operation that arrives after what supersedes it becomes current',
    file: 'src/domain/oplog/foldOperations.ts',
    from: 'const isSuperseded = entity.superseded.has(operation.dot)',
    to: 'const isSuperseded = false',
  },
  {
    name: 'cursor-skips-one',
    breaks: 'the cursor: the server leaves out the first operation of a later page',
    file: 'src/server/sync/pullOperations.ts',
    from: 'version ?? 0) + 1',
    to: 'version ?? -1) + 2',
  },
]
