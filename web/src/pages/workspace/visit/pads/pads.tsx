import { Button } from '../../../../ui/index.tsx'
import { DrugSheet } from '../drugs/drug-sheet.tsx'
import type { Open } from '../folded.ts'
import styles from '../visit.module.css'
import type { Pad } from './due-strip.tsx'
import { EffectPad } from './effect-pad.tsx'
import { NotePad } from './note-pad.tsx'
import { ScoresPad } from './scores-pad.tsx'
import { SignsPad } from './signs-pad.tsx'

const tabs: readonly { pad: Pad; label: string; key: string }[] = [
  { pad: 'scores', label: 'Scores', key: '1' },
  { pad: 'vitals', label: 'Vital signs', key: '2' },
  { pad: 'effect', label: 'Side effect', key: '3' },
  { pad: 'drug', label: 'Medication', key: '4' },
  { pad: 'note', label: 'Note', key: '5' },
]

type PadsProps = Open & { pad: Pad; onPick: (pad: Pad) => void }

/** What can be written down: scores and signs always, the one that is due first; the others open above them. */
export function Pads({ visit, session, pad, onPick }: PadsProps) {
  const open = { visit, session }
  return (
    <>
      <nav className={styles.tabs} aria-label="Chart">
        {tabs.map((each) => (
          <Button
            key={each.pad}
            kind="second"
            keyHint={each.key}
            {...(each.pad === pad ? { name: 'open' } : {})}
            onClick={() => onPick(each.pad)}
          >
            {each.label}
          </Button>
        ))}
      </nav>
      {pad === 'effect' && <EffectPad {...open} />}
      {pad === 'drug' && <DrugSheet {...open} />}
      {pad === 'note' && <NotePad {...open} />}
      {pad !== 'vitals' && <ScoresPad {...open} />}
      <SignsPad {...open} />
      {pad === 'vitals' && <ScoresPad {...open} />}
    </>
  )
}
