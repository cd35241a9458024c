import type { EventKind, GuardedAct } from '@dripline/clinical'
import { type ReactNode, useState } from 'react'
import { usePageData } from '../../../../data/page-data.ts'
import type { ActFacts } from '../../../../data/proof.ts'
import type { Visit } from '../../../../data/session.ts'
import { Button, Row, SecondPerson } from '../../../../ui/index.tsx'

/** Whoever reads; with a proof on another's tablet. */
export type Reader = { id: string; name: string; proof?: string }

/** The newest reading of one person that stands: whoever has read begins anew from an empty form, and what another reads empties nobody’s. */
export const ownReading = ({ events }: Pick<Visit, 'events'>, kind: EventKind, { id }: Reader): string =>
  `${id} ${events.findLast((event) => event.kind === kind && event.by === id)?.id ?? ''}`

type TwoReadersProps = {
  act: GuardedAct
  facts: ActFacts
  /** What a second person proves themselves for: "to witness the waste". */
  what: string
  /** Whether mine stands already: then only another's is wanted. */
  isMine: boolean
  /** How the button of the second person looks: filled when that is what is next. */
  kind?: 'main' | 'second'
  /** Nobody's form is open until somebody says that they read. */
  isFolded?: boolean
  /** Whether whoever is signed in here may read at all. */
  mayRead?: boolean
  form: (who: Reader, onDone: () => void) => ReactNode
  /** My reading as it is kept, in place of my form. */
  kept?: ReactNode
}

/** Two people each read by themselves, on their own tablet or on this one; who reads on another's proves first who they are. */
export function TwoReaders({ act, facts, what, isMine, kind = 'second', form, kept, ...own }: TwoReadersProps) {
  const { isFolded = false, mayRead = true } = own
  const { user } = usePageData().frame
  const rest = isFolded ? 'nobody' : 'me'
  const [reader, setReader] = useState<'nobody' | 'me' | 'proving' | Reader>(rest)
  const leave = () => setReader(rest)
  if (reader === 'proving')
    return (
      <SecondPerson
        act={act}
        facts={facts}
        what={what}
        onProof={(proof, { id, name }) => setReader({ proof, id, name })}
        onSendBack={leave}
        sendBack="Not now"
      />
    )
  if (typeof reader === 'object') return form(reader, leave)
  const isMyTurn = !isMine && mayRead && user !== null
  return (
    <>
      {isMine && kept}
      {reader === 'me' && isMyTurn && form({ id: user.id, name: user.name }, leave)}
      <Row>
        {reader === 'nobody' && isMyTurn && (
          <Button kind="second" size="chair" onClick={() => setReader('me')}>
            I read it
          </Button>
        )}
        <Button kind={isMine ? kind : 'second'} size="chair" icon="lock" onClick={() => setReader('proving')}>
          {isMine ? 'Second person reads on this tablet' : 'Someone else reads on this tablet'}
        </Button>
      </Row>
    </>
  )
}
