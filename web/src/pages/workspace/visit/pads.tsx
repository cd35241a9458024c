import { Act } from '../../../ui/index.tsx'
import { DrugPad } from './drug-pad.tsx'
import type { Pad } from './due-strip.tsx'
import { EffectPad } from './effect-pad.tsx'
import type { Open } from './folded.ts'
import { NotePad } from './note-pad.tsx'
import { ScoresPad } from './scores-pad.tsx'
import { SignsPad } from './signs-pad.tsx'
import styles from './visit.module.css'

const tabs: readonly { pad: Pad; label: string; key: string }[] = [
  { pad: 'scores', label: 'Scores', key: '1' },
  { pad: 'vitals', label: 'Signs', key: '2' },
  { pad: 'effect', label: 'Side effect', key: '3' },
  { pad: 'drug', label: 'Drug', key: '4' },
  { pad: 'note', label: 'Note', key: '5' },
]

type PadsProps = Open & { pad: Pad; onPick: (pad: Pad) => void; isMain: boolean }

/** What can be written down, with the pad that is due already open; signs stay in reach under the scores. */
export function Pads({ visit, session, pad, onPick, isMain }: PadsProps) {
  const open = { visit, session }
  return (
    <>
      <nav className={styles.tabs} aria-label="Write down">
        {tabs.map((each) => (
          <Act
            key={each.pad}
            kind="second"
            keyHint={each.key}
            {...(each.pad === pad ? { name: 'open' } : {})}
            onAct={() => onPick(each.pad)}
          >
            {each.label}
          </Act>
        ))}
      </nav>
      {pad === 'scores' && <ScoresPad {...open} />}
      {pad === 'effect' && <EffectPad {...open} />}
      {pad === 'drug' && <DrugPad {...open} />}
      {pad === 'note' && <NotePad {...open} />}
      {(pad === 'scores' || pad === 'vitals') && <SignsPad {...open} isMain={isMain} />}
    </>
  )
}
