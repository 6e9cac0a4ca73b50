// Which build this is: the version and a hash of its sources, put in by the build. It changes with every change of the code.

declare const __GENBA_RELEASE__: string

export const release: string = __GENBA_RELEASE__
