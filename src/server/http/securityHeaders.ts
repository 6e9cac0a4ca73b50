// Headers that narrow what a browser may do with our answers.

export const contentSecurityPolicy = [
  "default-src 'none'",
  // The reader of barcodes is WebAssembly; this allows compiling it, and no eval of script.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** On every answer. */
export const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const

/** On evidence, which strangers may have written: whatever it turns out to be runs nothing and loads nothing [P21]. */
export const evidenceHeaders = {
  'content-security-policy': "sandbox; default-src 'none'",
  // Its name is its content, so it never changes; other people's caches have no business with it.
  'cache-control': 'private, max-age=31536000, immutable',
} as const

/** On the app's files. The worker's script carries the policy too: it binds what the worker may load. */
export const appHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
} as const
