// Compression for the simulated server, in the place of `node:zlib`: done at once, and heard of in a step of its own. Zlib's threads
// would answer whenever they are ready, and a seed would no longer be one run.
import * as zlib from 'node:zlib'

type Callback = (error: null, result: Buffer) => void
type Compress<Options> = (data: Buffer, options: Options) => Buffer

function inSteps<Options>(compress: Compress<Options>) {
  return (data: Buffer, options: Options, callback: Callback): void => {
    const result = compress(data, options)
    setImmediate(() => callback(null, result))
  }
}

export const gzip = inSteps<zlib.ZlibOptions>((data, options) => zlib.gzipSync(data, options))
export const gunzip = inSteps<zlib.ZlibOptions>((data, options) => zlib.gunzipSync(data, options))
export const { constants, gzipSync, gunzipSync } = zlib
