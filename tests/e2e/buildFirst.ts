// The end-to-end tests run against dist/: this makes sure that it is what the sources say now.
import { buildIfStale } from '../../src/server/buildIfStale.mjs'

export default buildIfStale
