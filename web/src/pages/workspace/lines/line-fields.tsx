import { type LinePart, lineParts } from '@dripline/clinical'
import { languageWords, lineWords, locales, readerOf } from '@dripline/clinical/words'
import type { Lines } from '../../../data/lines.ts'
import { Choice, Pairs, SelectField, TextField, Ticks } from '../../../ui/index.tsx'
import type { LineShown } from './terms.ts'

const parts: Record<LinePart, string> = {
  consult: 'The talk with the clinician',
  drug: 'The drug',
  supplies: 'Supplies',
  nurse: 'The nurse',
  monitoring: 'Monitoring',
  rest: 'The rest after it',
}

type FieldsProps = { line: LineShown; all: Lines; from: string }

/** Everything that is asked of a line: what it is called, what it costs in full, who and what it takes, and from which day. */
export const LineFields = ({ line, all, from }: FieldsProps) => (
  <>
    <Words line={line} />
    <Price line={line} />
    <Place line={line} all={all} />
    <TextField
      name="holdsFrom"
      type="date"
      label="Holds from"
      hint="On the clinic’s calendar, from midnight"
      defaultValue={from}
    />
  </>
)

const Words = ({ line }: { line: LineShown }) => (
  <>
    {locales.map((locale) => {
      const house = line.isShipped ? lineWords(readerOf(locale), { id: line.id, words: null }) : null
      const own = line.words?.[locale]
      const language = languageWords(locale)
      const hint = house && `Left empty in every language: “${house.name}”`
      return (
        <Pairs key={locale}>
          <TextField name={`words.${locale}.name`} label={`Name, in ${language}`} hint={hint} defaultValue={own?.name ?? ''} />
          <TextField
            name={`words.${locale}.about`}
            label={`What it is, in ${language}`}
            hint={house ? `“${house.about}”` : 'A few words, without a promise'}
            defaultValue={own?.about ?? ''}
          />
        </Pairs>
      )
    })}
  </>
)

const textOf = (value: number | null) => (value === null ? '' : String(value))

const Price = ({ line }: { line: LineShown }) => (
  <>
    {line.takes !== 'call' && (
      <Pairs>
        <TextField
          name="priceUsd"
          label="Price"
          unit="US dollars"
          decimal
          defaultValue={line.priceUsd ?? ''}
          hint="Left empty: we say it on the call"
        />
        <TextField
          name="cancelHours"
          label="Cancel for nothing until"
          unit="h before"
          decimal
          defaultValue={textOf(line.cancelHours)}
        />
      </Pairs>
    )}
    {line.takes !== 'call' && (
      <TextField
        name="cancelFeeUsd"
        label="A later cancellation costs"
        unit="US dollars"
        decimal
        defaultValue={line.cancelFeeUsd ?? ''}
        hint="0 where it costs nothing"
      />
    )}
    <Ticks
      name="holds"
      label="The price holds"
      hint="A price is complete: what is needed and not ticked may not be charged beside it"
      options={lineParts.map((value) => ({ value, label: parts[value] }))}
      chosen={line.holds}
    />
  </>
)

const whoMay = [
  { value: 'public', label: 'The public', note: 'On the booking page' },
  { value: 'staff', label: 'Staff', note: 'At the desk' },
] as const

function Place({ line, all }: Omit<FieldsProps, 'from'>) {
  const isChair = line.takes === 'infusion'
  const clinicians = all.clinicians.filter(({ roles, takesCalls }) =>
    line.takes === 'call' ? takesCalls : roles.includes('prescriber'),
  )
  const place = isChair ? all.chairs : clinicians
  const name = isChair ? 'chairIds' : 'clinicianIds'
  return (
    <>
      {line.takes === 'call' && <Choice name="bookedBy" label="Who may book it" options={whoMay} defaultValue={line.bookedBy} />}
      <Ticks
        name={name}
        label={isChair ? 'Chairs' : 'Clinicians'}
        hint="None ticked: all of them"
        options={place.map((each) => ({ value: each.id, label: each.name }))}
        chosen={line[name] ?? []}
      />
      <Ticks
        name="states"
        label="For people in"
        hint="None ticked: every state of the clinic"
        options={all.states.map((value) => ({ value, label: value }))}
        chosen={line.states ?? []}
      />
      {line.takes !== 'call' && (
        <Pairs>
          <TextField
            name="bufferBeforeMinutes"
            label="Kept free before"
            unit="min"
            decimal
            defaultValue={String(line.bufferBeforeMinutes)}
          />
          <TextField
            name="bufferAfterMinutes"
            label="Kept free after"
            unit="min"
            decimal
            defaultValue={String(line.bufferAfterMinutes)}
          />
        </Pairs>
      )}
      {!line.isShipped && (
        <Pairs>
          <TextField name="minutes" label="Takes its chair for" unit="min" decimal defaultValue={textOf(line.minutes)} />
          <SelectField
            name="protocolIds"
            label="Protocol"
            empty="None: the record of a drip of fluid"
            options={all.protocols.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={line.protocolIds[0] ?? ''}
          />
        </Pairs>
      )}
    </>
  )
}
