// The relations of a part: which other parts it names, by id, with their paths in the package.
import { scanXml } from './scanXml.ts'

export interface Relation {
  /** The last word of its type: `worksheet`, `sharedStrings`, `officeDocument`. */
  readonly type: string
  readonly path: string
}

/** `folder`: of the part whose relations these are; targets are relative to it. */
export function readRelations(xml: string, folder: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>()
  scanXml(xml, {
    open(name, attributes) {
      const target = attributes.get('Target')
      if (name !== 'Relationship' || target === undefined) return undefined
      const type = attributes.get('Type') ?? ''
      relations.set(attributes.get('Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        path: resolve(folder, target),
      })
      return undefined
    },
    close: () => undefined,
    text: () => undefined,
  })
  return relations
}

function resolve(folder: string, target: string): string {
  const parts: string[] = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
