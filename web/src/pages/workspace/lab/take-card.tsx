import type { Fault } from '@dripline/engine'
import { type RefObject, useState } from 'react'
import { Act, Card, Notice, Row } from '../../../ui/index.tsx'
import { captionOf, curvesOf } from './curves.ts'
import type { Draft } from './draft.ts'
import { csvOf, save, svgFile } from './export.ts'
import styles from './lab.module.css'
import { openText } from './open.ts'
import type { Drawn, Good } from './use-lab.ts'

type TakeCardProps = {
  good: Good
  drawn: Drawn
  address: string
  picture: RefObject<HTMLDivElement | null>
  onOpen: (draft: Draft) => void
}

const command = 'npx @dripline/engine simulate --json < lab.json'

/** Everything to take away: the figures, the picture, the file that draws it all again; and the way back in. */
export function TakeCard({ good, drawn, address, picture, onOpen }: TakeCardProps) {
  const curves = curvesOf(drawn)
  const isWhole = curves.every(({ fan }) => fan !== undefined)
  const waits = !isWhole && 'The bands are still being drawn.'
  const { draft, file } = good
  const takeFigures = () => save('lab.csv', 'text/csv', csvOf({ curves, quantity: draft.view, ...draft }))
  const takePicture = () => {
    const markup = picture.current?.querySelector('svg')?.outerHTML ?? ''
    const style = getComputedStyle(document.documentElement)
    const words = {
      title: `${curves.length} curves, ${draft.view}, ng/mL over hours`,
      caption: `Model estimate. ${captionOf(good)}`,
    }
    save(
      'lab.svg',
      'image/svg+xml',
      svgFile(markup, words, (name) => style.getPropertyValue(name)),
    )
  }
  return (
    <Card title="Take it away" note="so that anybody can draw it again">
      <Row>
        <Act kind="second" icon="download" shut={waits} onAct={takeFigures}>
          Figures, CSV
        </Act>
        <Act kind="second" icon="download" shut={!isWhole && ''} onAct={takePicture}>
          Picture, SVG
        </Act>
        <Act
          kind="second"
          icon="download"
          onAct={() => save('lab.json', 'application/json', `${JSON.stringify(file, null, 2)}\n`)}
        >
          Case file, JSON
        </Act>
      </Row>
      <p className={styles.quiet}>
        The case file holds models with their versions, regimens, subject, times and seed. Outside this page it gives the same
        figures:
      </p>
      <pre className={styles.command}>
        <code>{command}</code>
      </pre>
      <p className={styles.quiet}>
        <a href={address}>A link to this view</a> holds the same, without the figures.
      </p>
      <OpenFile onOpen={onOpen} />
    </Card>
  )
}

function OpenFile({ onOpen }: { onOpen: (draft: Draft) => void }) {
  const [found, setFound] = useState<{ name: string; faults: readonly Fault[] } | null>(null)
  const open = async (file: File | undefined) => {
    if (!file) return
    const read = openText(await file.text())
    setFound({ name: file.name, faults: 'faults' in read ? read.faults : [] })
    if ('draft' in read) onOpen(read.draft)
  }
  return (
    <div className={styles.open}>
      <label>
        Open a case file of the lab
        <input type="file" accept=".json,application/json" onChange={(event) => void open(event.currentTarget.files?.[0])} />
      </label>
      {found && found.faults.length === 0 && <p role="status">{found.name} is open.</p>}
      {found && found.faults.length > 0 && (
        <div role="alert">
          <FileFaults title={`${found.name} could not be opened.`} faults={found.faults} />
        </div>
      )}
    </div>
  )
}

/** All that is wrong with a file, place by place. */
export const FileFaults = ({ title, faults }: { title: string; faults: readonly Fault[] }) => (
  <Notice status="defer" title={title}>
    <ul>
      {faults.map(({ input, value, expected }) => (
        <li key={`${input} ${expected}`}>
          {input}: expected {expected}, got {value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60)}
        </li>
      ))}
    </ul>
    <p>What stood on this page still stands.</p>
  </Notice>
)
