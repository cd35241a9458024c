import { usZones } from '@dripline/clinical'
import { zoneWords } from '@dripline/clinical/words'
import * as book from '@dripline/clinical/words/book'
import type { ReactNode } from 'react'
import { rich, useReader } from '../../data/reader.ts'
import { useVisitorZone } from '../../data/visitor.ts'
import { Button, Icon, Link, SelectField, useAddress } from '../../ui/index.tsx'
import styles from './book.module.css'

type StateFormProps = { states: readonly { code: string; name: string }[]; state: string | null; isServed: boolean }

/** The first question. With script a choice is enough; without, the button sends it. */
export function StateForm({ states, state, isServed }: StateFormProps) {
  const to = useReader()
  const visitorZone = useVisitorZone()
  const chosen = state === null || isServed ? state : 'other'
  const options = [...states, { code: 'other', name: book.otherState(to) }]
  const at = useAddress()
  return (
    <form method="get" action={at('/book')} className={styles.states}>
      {visitorZone && <input type="hidden" name="zone" value={visitorZone} />}
      <fieldset>
        <legend className="heard">{book.stateLegend(to)}</legend>
        {options.map(({ code, name }) => (
          <label key={code} className={styles.state} data-wide={code === 'other' || undefined}>
            <input
              type="radio"
              name="state"
              value={code}
              defaultChecked={code === chosen}
              onChange={(event) => event.currentTarget.form?.requestSubmit()}
            />
            {name}
          </label>
        ))}
      </fieldset>
      {(chosen === null || !visitorZone) && (
        <Button submits kind={chosen === null ? 'main' : 'second'} size="wide">
          {chosen === null ? book.showTimes(to) : book.changeState(to)}
        </Button>
      )}
    </form>
  )
}

type ZoneFormProps = { zone: string; state: string; visitorZone: string | null }

/** The zone of all times on the page, named once, and the way to another. */
export function ZoneForm({ zone, state, visitorZone }: ZoneFormProps) {
  const to = useReader()
  const at = useAddress()
  const b = (inside: ReactNode) => <b>{inside}</b>
  const listed = [...new Set([zone, ...(visitorZone ? [visitorZone] : []), ...Object.keys(usZones)])]
  const isElsewhere = visitorZone !== null && visitorZone !== zone
  return (
    <>
      <details className={styles.zone}>
        <summary>
          <Icon name="globe" size={24} />
          <span>
            {rich((zone === visitorZone ? book.zoneOwn : book.zoneOther)<ReactNode>(to, { zone: zoneWords(to, zone), b }))}
          </span>
          <span className={styles.change}>{book.zoneChange(to)}</span>
        </summary>
        <form method="get" action={at('/book#when')}>
          <input type="hidden" name="state" value={state} />
          <SelectField
            name="zone"
            label={book.zoneLabel(to)}
            defaultValue={zone}
            options={listed.map((each) => ({ value: each, label: zoneWords(to, each) }))}
          />
          <Button submits kind="second">
            {book.zoneShow(to)}
          </Button>
        </form>
      </details>
      {isElsewhere && (
        <p>
          {rich(
            book.clockElsewhere<ReactNode>(to, {
              zone: zoneWords(to, visitorZone),
              a: (inside) => <Link href={`/book?${new URLSearchParams({ state, zone: visitorZone })}#when`}>{inside}</Link>,
            }),
          )}
        </p>
      )}
    </>
  )
}
