import { usZones } from '@dripline/clinical'
import { useVisitorZone } from '../../data/visitor.ts'
import { Button, Icon, SelectField } from '../../ui/index.tsx'
import styles from './book.module.css'
import { sayZone } from './time-picker.tsx'

type StateFormProps = { states: readonly { code: string; name: string }[]; state: string | null; isServed: boolean }

/** The first question. With script a choice is enough; without, the button sends it. */
export function StateForm({ states, state, isServed }: StateFormProps) {
  const visitorZone = useVisitorZone()
  const chosen = state === null || isServed ? state : 'other'
  const options = [...states, { code: 'other', name: 'Another state, or outside the US' }]
  return (
    <form method="get" action="/book" className={styles.states}>
      {visitorZone && <input type="hidden" name="zone" value={visitorZone} />}
      <fieldset>
        <legend className="heard">The state you will be in</legend>
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
          {chosen === null ? 'Show times' : 'Change the state'}
        </Button>
      )}
    </form>
  )
}

type ZoneFormProps = { zone: string; state: string; visitorZone: string | null }

/** The zone of all times on the page, named once, and the way to another. */
export function ZoneForm({ zone, state, visitorZone }: ZoneFormProps) {
  const listed = [...new Set([zone, ...(visitorZone ? [visitorZone] : []), ...Object.keys(usZones)])]
  const isElsewhere = visitorZone !== null && visitorZone !== zone
  return (
    <>
      <details className={styles.zone}>
        <summary>
          <Icon name="globe" size={24} />
          <span>
            Times are in {zone === visitorZone ? 'your zone, ' : ''}
            <b>{sayZone(zone)}</b>
          </span>
          <span className={styles.change}>Change</span>
        </summary>
        <form method="get" action="/book#when">
          <input type="hidden" name="state" value={state} />
          <SelectField
            name="zone"
            label="Show times in"
            defaultValue={zone}
            options={listed.map((each) => ({ value: each, label: sayZone(each) }))}
          />
          <Button submits kind="second">
            Show
          </Button>
        </form>
      </details>
      {isElsewhere && (
        <p>
          Your clock is set to {sayZone(visitorZone)}.{' '}
          <a href={`/book?${new URLSearchParams({ state, zone: visitorZone })}#when`}>Show the times in {sayZone(visitorZone)}</a>
        </p>
      )}
    </>
  )
}
