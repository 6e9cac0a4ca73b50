// The file that the viewer shows: its bytes where they are on this tablet, else on demand; a text's beginning in its own encoding.
import { computed, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { ignoreUnlessBug } from './ignoreUnlessBug.ts'
import type { EvidenceFetchTrouble, EvidenceFiles } from './useEvidenceFiles.ts'
import type { EvidenceView } from '../components/evidence/EvidenceView.ts'
import { download } from '../../device/download.ts'
import { readTextKind } from '../../device/readTextKind.ts'

/** More than anybody reads on a tablet; the download has all of it. */
const mostTextBytes = 200_000

export interface ShownEvidence {
  readonly bytes: Readonly<ShallowRef<Blob | undefined>>
  /** Of a text file. */
  readonly text: Readonly<Ref<string | undefined>>
  /** True once it is known that they are not here. */
  readonly isAway: Readonly<Ref<boolean>>
  readonly isFetching: Readonly<Ref<boolean>>
  readonly trouble: Readonly<Ref<EvidenceFetchTrouble | undefined>>
  readonly fetch: () => Promise<void>
  readonly handOut: () => void
}

export function useShownEvidence(view: () => EvidenceView | undefined, files: EvidenceFiles): ShownEvidence {
  const bytes = shallowRef<Blob>()
  const text = ref<string>()
  const isAway = ref(false)
  const isFetching = ref(false)
  const trouble = ref<EvidenceFetchTrouble>()
  const shown = computed(() => view()?.sha256)

  async function show(found: Blob | undefined, of: EvidenceView): Promise<void> {
    const beginning = found !== undefined && of.form === 'text' ? await readBeginning(found) : undefined
    if (shown.value !== of.sha256) return
    bytes.value = found
    text.value = beginning
    isAway.value = found === undefined
  }

  watch(
    shown,
    () => {
      const now = view()
      bytes.value = undefined
      text.value = undefined
      trouble.value = undefined
      isAway.value = false
      if (now !== undefined) void files.read(now).then((found) => show(found, now), ignoreUnlessBug)
    },
    { immediate: true },
  )

  return {
    ...{ bytes, text, isAway, isFetching, trouble },
    async fetch() {
      const now = view()
      if (now === undefined || isFetching.value) return
      isFetching.value = true
      const fetched = await files.fetch(now)
      isFetching.value = false
      if (shown.value !== now.sha256) return
      trouble.value = fetched.ok ? undefined : fetched.error
      if (fetched.ok) await show(fetched.value, now)
    },
    handOut() {
      const now = view()
      if (now !== undefined && bytes.value !== undefined) download(bytes.value, now.name)
    },
  }
}

async function readBeginning(file: Blob): Promise<string> {
  const encoding = (await readTextKind(file))?.encoding ?? 'utf-8'
  return new TextDecoder(encoding).decode(await file.slice(0, mostTextBytes).arrayBuffer())
}
