import { type Fault, measures, readMeasure } from '@dripline/clinical'
import { ProblemError } from '../data/api.ts'
import { Choice, Tick, Ticks, YesNo } from '../ui/choices.tsx'
import { DraftNote } from '../ui/draft-note.tsx'
import { SelectField, TextField } from '../ui/fields.tsx'
import { Form } from '../ui/form.tsx'
import { FormDraft } from '../ui/form-draft.tsx'
import { FormProblems } from '../ui/form-problems.tsx'
import { MeasureField } from '../ui/measure-field.tsx'
import { NumberKeys } from '../ui/number-keys.tsx'
import { Pairs } from '../ui/page.tsx'
import { PinPad } from '../ui/pin-pad.tsx'
import { PressKeys } from '../ui/press-keys.tsx'
import { SecondPerson } from '../ui/second-person.tsx'
import { TwoPersonForm } from '../ui/two-person-form.tsx'
import type { Specimen } from './specimen.ts'

const rest = () => undefined
const faultsOf = (field: string, value: string): Fault[] => {
  const read = readMeasure(measures.weightKg, value)
  return 'wrong' in read ? [{ field, value, ...read.wrong }] : []
}
const wrong = new ProblemError(422, {
  code: 'not-valid',
  detail: 'Two things to look at.',
  faults: [...faultsOf('weight', '7.2'), ...faultsOf('name', '')],
})
const quiet = { sendAndWait: () => Promise.resolve(), isSending: false, isDone: false, problem: null }
const draft = { set: rest, takeOther: rest, keepOwn: rest, clear: rest, settle: rest }
const days = [
  { value: 'mon', label: 'Monday' },
  { value: 'tue', label: 'Tuesday', note: 'one chair free' },
  { value: 'wed', label: 'Wednesday', disabled: true },
]

/** What is typed, chosen and pressed. */
export const fields: readonly Specimen[] = [
  {
    file: 'ui/fields.tsx',
    states: {
      empty: (
        <Pairs>
          <TextField name="f-name" label="Name" hint="first and last" />
          <SelectField name="f-day" label="Day" empty="Choose" options={['Monday', 'Tuesday']} />
          <TextField name="f-rate" label="Rate" unit="mL/h" decimal />
          <TextField name="f-secret" label="Password" type="password" />
        </Pairs>
      ),
      'filled, wrong, shut': (
        <Pairs>
          <TextField name="g-name" label="Name" value="Clover Samplett" />
          <TextField name="g-rate" label="Rate" unit="mL/h" decimal value="1500" fault="Expected at most 999 mL/h." />
          <TextField name="g-shut" label="Chair" value="2" disabled />
          <TextField name="g-lines" label="In words" lines={2} value="Slept badly; ate at seven." />
        </Pairs>
      ),
    },
  },
  {
    file: 'ui/choices.tsx',
    states: {
      'one of a few': <Choice name="c-day" label="Which day?" value="tue" options={days} />,
      'in a line, and wrong': (
        <Choice name="c-line" label="Since when?" look="line" options={days} fault="Expected one of these." />
      ),
      'no, yes or not sure': <YesNo name="c-sure" label="Any surgery planned?" />,
      'one thing, and several': (
        <>
          <Tick name="c-tick" label="States full name: Clover Samplett" checked />
          <Ticks name="c-ticks" label="Days" options={days} chosen={['mon']} />
        </>
      ),
    },
  },
  {
    file: 'ui/measure-field.tsx',
    states: {
      'read and shown back': (
        <MeasureField name="m-kg" label="Weight" measure={measures.weightKg} value="160 lb" onChange={rest} />
      ),
    },
  },
  {
    file: 'ui/number-keys.tsx',
    states: {
      'one tap, the last answer dashed': <NumberKeys label="Pain" value={null} ghost={6} onPick={rest} />,
      chosen: <NumberKeys label="Sedation" note="RASS" from={-5} to={4} signed value={-1} onPick={rest} />,
    },
  },
  {
    file: 'ui/press-keys.tsx',
    states: {
      'one is pressed': <PressKeys label="Why" keys={['Side effect', 'Patient request']} value="Side effect" onPick={rest} />,
    },
  },
  {
    file: 'ui/form-problems.tsx',
    states: { 'all faults at once': <FormProblems problem={wrong} labels={{ weight: 'Weight', name: 'Name' }} /> },
  },
  {
    file: 'ui/form.tsx',
    states: {
      ready: (
        <Form scope="ready" sends={quiet} body={() => null} act="Save">
          <TextField name="name" label="Name" />
        </Form>
      ),
      'refused, each fault at its field': (
        <Form scope="refused" sends={{ ...quiet, problem: wrong }} body={() => null} act="Save" onCancel={rest}>
          <TextField name="weight" label="Weight" unit="kg" decimal defaultValue="7.2" />
          <TextField name="name" label="Name" />
        </Form>
      ),
    },
  },
  {
    file: 'ui/form-draft.tsx',
    states: {
      'came back after a reload': (
        <FormDraft
          draft={{ ...draft, value: { names: [] } as never, restoredAt: Date.parse('2026-11-23T15:40:00Z'), other: null }}
        />
      ),
    },
  },
  {
    file: 'ui/draft-note.tsx',
    states: {
      'two tabs differ': (
        <DraftNote draft={{ ...draft, value: 'a', restoredAt: null, other: 'ate at seven' }} say={(text: string) => text} />
      ),
    },
  },
  {
    file: 'ui/pin-pad.tsx',
    states: {
      'six figures': (
        <PinPad
          name="J. Osprey"
          isPending={false}
          says="That PIN opened nothing. Two tries are left."
          onPin={rest}
          onBack={rest}
        />
      ),
    },
  },
  {
    file: 'ui/second-person.tsx',
    states: {
      'who is it': (
        <SecondPerson
          act="waste"
          facts={{ sessionId: '1', what: 'waste of what is left' }}
          what="to witness the waste"
          onProof={rest}
          onSendBack={rest}
          sendBack="Not now"
        />
      ),
    },
  },
  {
    file: 'ui/two-person-form.tsx',
    states: {
      'before the second person': (
        <TwoPersonForm
          scope="two"
          act="waste"
          facts={{ sessionId: '1', what: 'waste of what is left' }}
          what="to witness the waste"
          sends={{ ...quiet, send: rest, reset: rest, reply: undefined }}
          body={() => null}
          onCancel={rest}
        >
          <TextField name="ml" label="Wasted" unit="mL" decimal />
        </TwoPersonForm>
      ),
    },
  },
]
