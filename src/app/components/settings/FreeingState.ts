// What of the evidence on this tablet the server has too, and how the last try to let it go went.

export interface FreeingState {
  readonly files: number
  readonly bytes: number
  readonly outcome:
    { readonly state: 'untried' } | { readonly state: 'running' } | { readonly state: 'done'; readonly bytes: number }
}
