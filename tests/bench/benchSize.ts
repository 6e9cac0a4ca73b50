// What a first start has to fetch, gzipped. Beside the scripts stands their limit.
import { fileURLToPath } from 'node:url'
import { lineOf, type BenchLine } from './BenchLine.ts'
import { initialBytes, mostInitialBytes } from '../support/initialBytes.ts'

const app = fileURLToPath(new URL('../app', import.meta.url))

export function benchSize(): Promise<readonly BenchLine[]> {
  const { scripts, styles } = initialBytes(app)
  return Promise.resolve([
    lineOf('size.initial-scripts-and-words.gzipped', scripts, mostInitialBytes.scripts, 'bytes'),
    lineOf('size.initial-styles.gzipped', styles, mostInitialBytes.styles, 'bytes'),
  ])
}
