import type { AskedStatement } from '@dripline/clinical/article'
import { usePageData } from '../../data/page-data.ts'
import { useAddress } from '../../ui/address.ts'
import { usePlace } from '../../ui/place.ts'
import { PlayedPlace } from '../turn-place.tsx'
import type { Asking, Chosen, KnownNumbers, Phase } from './known.ts'
import { KnownForm } from './known-form.tsx'

type Data = {
  statements?: readonly AskedStatement[]
  keys?: Readonly<Record<Phase, string>>
  known?: { phase: Phase; answers: Chosen } | null
}

/** Where an article asks what its reader knows: a plain form of the article itself. Nothing where nothing can be asked. */
export function KnownPlace({ phase }: { phase: Phase }) {
  const { statements = [], keys, known, frame } = usePageData<Data>()
  const at = useAddress()
  const { page } = usePlace()
  if (statements.length === 0 || !keys) return null
  const plain = frame.address?.plain ?? frame.path
  const asking: Asking = { phase, action: at(plain), evidence: at('/evidence'), idempotencyKey: keys[phase], statements }
  const given = known?.phase === phase ? known.answers : null
  const form = <KnownForm id={`known-${phase}`} asking={asking} chosen={given} />
  if (page?.script !== 'explore') return form
  return (
    <PlayedPlace scene={`known-${phase}`} numbers={{ asking, given } satisfies KnownNumbers}>
      {form}
    </PlayedPlace>
  )
}
