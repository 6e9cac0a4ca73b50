// Under Trusted Types a script's address must come from a policy; ours lets our own addresses through and nothing else.

interface TrustedTypesFactory {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => unknown }
}

export function ownScriptUrl(path: string): string {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
  if (factory === undefined) return path
  const policy = factory.createPolicy('genba', {
    createScriptURL(url) {
      if (!url.startsWith('/') || url.startsWith('//')) throw new TypeError('not our own script')
      return url
    },
  })
  // The browser takes the trusted object where TypeScript's types still know a string only.
  return policy.createScriptURL(path) as string
}
