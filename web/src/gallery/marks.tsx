import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Link } from '../ui/link.tsx'
import { Logo } from '../ui/logo.tsx'
import { Row } from '../ui/page.tsx'
import { quantity } from '../ui/quantity.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { TextAct } from '../ui/text-act.tsx'
import { Elapsed, Time } from '../ui/time.tsx'
import { now } from './made-up.ts'
import type { Specimen } from './specimen.ts'

const icons: readonly IconName[] = ['phone', 'globe', 'calendar', 'lock', 'download', 'search', 'moon', 'check', 'cross', 'clock']
const kinds = ['main', 'second', 'stop', 'stop now'] as const

/** What stands alone: marks, words and buttons. */
export const marks: readonly Specimen[] = [
  {
    file: 'ui/button.tsx',
    states: {
      kinds: (
        <Row>
          {kinds.map((kind) => (
            <Button key={kind} kind={kind}>
              {kind}
            </Button>
          ))}
        </Row>
      ),
      'at the chair': (
        <Row>
          <Button size="chair" keyHint="g">
            Start now
          </Button>
          <Button kind="second" size="chair" icon="lock">
            With an icon
          </Button>
        </Row>
      ),
      'under way, and shut with its reason': (
        <Row>
          <Button isPending>Save</Button>
          <Button disabledReason="Choose a reason first.">Stop</Button>
        </Row>
      ),
    },
  },
  {
    file: 'ui/text-act.tsx',
    states: {
      'in a line': (
        <p>
          Lot SIM-2207, opened Nov 23 at 09:10. <TextAct onClick={() => undefined}>Remove the rest</TextAct>
        </p>
      ),
      opened: (
        <TextAct isOpen onClick={() => undefined}>
          Correct
        </TextAct>
      ),
    },
  },
  {
    file: 'ui/status-mark.tsx',
    states: {
      'five shapes': (
        <Row>
          {(['clear', 'inform', 'caution', 'defer', 'exclude'] as const).map((status) => (
            <StatusMark key={status} status={status} />
          ))}
        </Row>
      ),
    },
  },
  {
    file: 'ui/state-mark.tsx',
    states: {
      'what a chair does': (
        <Row>
          {(['running', 'recovering', 'paused', 'waiting', 'open'] as const).map((state) => (
            <StateMark key={state} state={state} />
          ))}
        </Row>
      ),
    },
  },
  {
    file: 'ui/icons.tsx',
    states: {
      some: (
        <Row>
          {icons.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </Row>
      ),
    },
  },
  { file: 'ui/logo.tsx', states: { 'the mark': <Logo /> } },
  { file: 'ui/link.tsx', states: { 'in a line': <Link href="/room">Back to the room</Link> } },
  {
    file: 'ui/quantity.tsx',
    states: {
      'a dose, a rate, a share': (
        <>
          {quantity('35', 'mg')}, {quantity('0.5', 'mg/kg')}, {quantity(97, '%')}
        </>
      ),
    },
  },
  {
    file: 'ui/time.tsx',
    states: {
      'on the clinic’s clock': (
        <>
          <Time at={now} form="full day and time" />, <Elapsed since="2026-11-23T13:45:00Z" />
        </>
      ),
    },
  },
]
