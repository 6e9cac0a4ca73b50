// What a file of the app is served as: its type, its tag, and its bytes gzipped once.
import { hash } from 'node:crypto'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

const zip = promisify(gzip)

export interface AppFile {
  readonly bytes: Buffer
  readonly contentType: string
  readonly etag: string
  /** Whether the name changes with the content, so that it may be kept for ever. */
  readonly isImmutable: boolean
  /** Gzipped once, when first asked for; undefined where that gains nothing. */
  readonly gzipped: () => Promise<Buffer> | undefined
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
const alreadyCompressed = ['.png', '.webp', '.woff2']
const smallestGzipped = 1_000
/** Vite puts files with a hash in their names here. */
export const immutableFolder = '/assets/'

/** `path` as in the address, beginning with a slash. */
export function describeFile(path: string, bytes: Buffer): AppFile {
  const extension = extname(path)
  const isCompressible = !alreadyCompressed.includes(extension) && bytes.length >= smallestGzipped
  let gzipped: Promise<Buffer> | undefined
  return {
    bytes,
    contentType: contentTypes[extension] ?? 'application/octet-stream',
    etag: `"${hash('sha256', bytes, 'base64url')}"`,
    isImmutable: path.startsWith(immutableFolder),
    gzipped: () => (isCompressible ? (gzipped ??= zip(bytes, { level: constants.Z_BEST_COMPRESSION })) : undefined),
  }
}
