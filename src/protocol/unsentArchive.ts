// The file of unsent work where evidence is among it: a tar of the JSON file and, beside it, the bytes of each evidence file under their
// SHA-256. Any tar program opens it, so that a person gets at the photos without Genba [P26].

export const unsentText = 'unsent.json'

const evidenceFolder = 'evidence/'
const evidencePart = /^evidence\/([A-Za-z0-9_-]{43})$/

export function unsentEvidencePart(sha256: string): string {
  return evidenceFolder + sha256
}

/** The SHA-256 that a part's bytes are said to have; undefined for every other part. */
export function sha256OfPart(name: string): string | undefined {
  return evidencePart.exec(name)?.[1]
}
