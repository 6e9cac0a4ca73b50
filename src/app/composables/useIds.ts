// Fresh ids for new findings, measures and roster items.
import { useAppServices } from './appServices.ts'

export function useIds(): { readonly newId: () => string } {
  const { randomId } = useAppServices()
  return { newId: randomId }
}
