import type { Fault } from '@dripline/engine'
import { type ReactNode, type RefObject, useState } from 'react'
import { Button, Card, Notice, Row } from '../../../ui/index.tsx'
import { captionOf, curvesOf } from './curves.ts'
import { csvOf, save, svgFile } from './export.ts'
import styles from './lab.module.css'
import { openText } from './open.ts'
import { type LoseProps, Undo } from './parts.tsx'
import type { Drawn, Good } from './use-lab.ts'

type TakeCardProps = LoseProps & {
  good: Good
  drawn: Drawn
  address: string | null
  picture: RefObject<HTMLDivElement | null>
  /** Fields were changed since into something that cannot be read. */
  isBehind: boolean
}

const command = 'npx @dripline/engine simulate --json < lab.json'

/** Everything to take away: the figures, the picture, the file that draws it all again; and the way back in. */
export function TakeCard({ good, drawn, address, picture, isBehind, ...back }: TakeCardProps) {
  const curves = curvesOf(drawn, good)
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
    <Card title="Take it away" note="so that anyone can draw it again">
      {isBehind && (
        <Notice status="caution" title="From the last inputs that could be read, not from what is in the fields now." />
      )}
      <Row>
        <Button kind="second" icon="download" disabledReason={waits} onClick={takeFigures}>
          Figures, CSV
        </Button>
        <Button kind="second" icon="download" disabledReason={waits && ''} onClick={takePicture}>
          Picture, SVG
        </Button>
        <Button
          kind="second"
          icon="download"
          onClick={() => save('lab.json', 'application/json', `${JSON.stringify(file, null, 2)}\n`)}
        >
          Case file, JSON
        </Button>
      </Row>
      <p className={styles.quiet}>
        The case file holds models with their versions, regimens, subject, times and seed. Outside this page it gives the same
        figures:
      </p>
      <pre className={styles.command}>
        <code>{command}</code>
      </pre>
      <p className={styles.quiet}>
        {address === null ? (
          'These regimens are too long for a link: the case file holds them.'
        ) : (
          <>
            <a href={address}>A link to this view</a> holds the same, without the figures.
          </>
        )}
      </p>
      <OpenFile {...back} />
    </Card>
  )
}

type Found = { name: string; faults: readonly Fault[]; warnings: readonly string[] }

function OpenFile({ lose, undone, undo }: LoseProps) {
  const [found, setFound] = useState<Found | null>(null)
  const open = async (file: File | undefined) => {
    if (!file) return
    const read = openText(await file.text())
    setFound({ name: file.name, faults: [], warnings: [], ...read })
    if ('draft' in read) lose(read.draft, 'file', `${file.name} is open.`)
  }
  return (
    <div className={styles.open}>
      <label>
        Open a case file of the lab
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            void open(event.currentTarget.files?.[0])
            // The same file, mended meanwhile, can be opened again.
            event.currentTarget.value = ''
          }}
        />
      </label>
      <Undo where="file" undone={undone} undo={undo} />
      {found?.warnings.map((warning) => (
        <Notice key={warning} status="caution" title={`${warning}.`} />
      ))}
      {found && found.faults.length > 0 && (
        <div role="alert">
          <FileFaults title={`${found.name} could not be opened.`} faults={found.faults}>
            This page was not changed.
          </FileFaults>
        </div>
      )}
    </div>
  )
}

/** All that is wrong with a file, place by place. */
export const FileFaults = ({ title, faults, children }: { title: string; faults: readonly Fault[]; children: ReactNode }) => (
  <Notice status="defer" title={title}>
    <ul>
      {faults.map(({ input, value, expected }) => (
        <li key={`${input} ${expected}`}>
          {input}: expected {expected}, got {value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60)}
        </li>
      ))}
    </ul>
    <p>{children}</p>
  </Notice>
)
