// Stands in for the tests' hash, which is Node's, where the gallery runs in a browser.
export { sha256 as sha256ForTests } from '../../../src/device/sha256.ts'
