import { ProblemError } from '../data/api.ts'
import { Button } from '../ui/button.tsx'
import { Card, Fact, Facts, Line, Lines } from '../ui/card.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { CrisisWords } from '../ui/crisis-words.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { LetterBefore } from '../ui/letter-before.tsx'
import { LinkRefused } from '../ui/link-refused.tsx'
import { Listing } from '../ui/listing.tsx'
import { LiveState, Saved } from '../ui/live-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Columns, Page, Row } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { Paper, PaperLine, PaperPart } from '../ui/paper.tsx'
import { SafetyStanding } from '../ui/safety-standing.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { Table } from '../ui/table.tsx'
import { InPlace } from './in-place.tsx'
import { now } from './made-up.ts'
import type { Specimen } from './specimen.ts'

const rest = () => undefined
const safety = { said: {}, press: rest, again: rest, problem: null, isUnsafe: true } as never as object
const refused = new ProblemError(403, { code: 'not-allowed', detail: 'This page is for owners.' })

const list = {
  filters: [
    {
      name: 'which',
      label: 'Which',
      value: 'all',
      onChange: rest,
      options: [
        { value: 'all', label: 'All' },
        { value: 'due', label: 'Due' },
      ],
    },
  ],
  file: { href: '/people.csv', name: 'people.csv' },
  empty: { icon: 'person', title: 'Nobody yet', says: 'People who book a call show here.' },
  page: 1,
  size: 20,
  onPage: rest,
} as const

/** What holds other things, and the four states of every view. */
export const views: readonly Specimen[] = [
  {
    file: 'ui/card.tsx',
    states: {
      'facts and lines': (
        <Columns kind="halves">
          <Card title="Drug book for this visit" note="given plus wasted equals drawn up" aside="2 lines">
            <Facts>
              <Fact label="Drawn up">100 mg</Fact>
              <Fact label="Given" note="by the log">
                48.3 mg
              </Fact>
            </Facts>
          </Card>
          <Card title="Log" edge="accent">
            <Lines>
              <Line mark={<b>10:30</b>} note="J. Osprey" aside={<Button kind="second">Amend</Button>}>
                141/87 mmHg, pulse 78
              </Line>
              <Line note="late entry">Note: ate at seven</Line>
            </Lines>
          </Card>
          <Card title="Refused" edge="exclude">
            <p>An octagon’s edge.</p>
          </Card>
          <Card title="Not begun" edge="dashed">
            <p>Nothing here yet.</p>
          </Card>
        </Columns>
      ),
    },
  },
  {
    file: 'ui/page.tsx',
    states: {
      'a page’s head': (
        <Page title="Nothing is late" lead="Next: pressure of Fennel, due in 5 min. Chair 1." aside="Mon Nov 23">
          <Row spread>
            <Button>Main</Button>
            <Button kind="second">Second</Button>
          </Row>
        </Page>
      ),
    },
  },
  {
    file: 'ui/notice.tsx',
    states: {
      'each status': (
        <>
          {(['clear', 'inform', 'caution', 'defer', 'exclude'] as const).map((status) => (
            <Notice
              key={status}
              status={status}
              title="Pressure 182/95 at 10:30: call the prescriber"
              aside={<Button kind="second">Open</Button>}
            >
              <p>Bedside monitor alarms come first.</p>
            </Notice>
          ))}
        </>
      ),
    },
  },
  {
    file: 'ui/table.tsx',
    states: {
      'rows and columns': (
        <Table caption="Orders" head={['Order', 'Signed', { label: 'mg', kind: 'number' }]}>
          <tr>
            <th scope="row">1 of 10</th>
            <td>Nov 20, R. Heron</td>
            <td className="num">100</td>
          </tr>
        </Table>
      ),
      empty: (
        <Table caption="No orders" head={['Order', 'Signed']}>
          <tr>
            <td colSpan={2}>Nothing is signed yet.</td>
          </tr>
        </Table>
      ),
    },
  },
  {
    file: 'ui/states.tsx',
    states: {
      loading: (
        <Columns kind="halves">
          {(['table', 'cards', 'chart', 'form'] as const).map((shape) => (
            <Loading key={shape} shape={shape} what={`the ${shape}`} />
          ))}
        </Columns>
      ),
      empty: (
        <Empty title="No chairs" act={<Button href="/clinic">Add the first chair</Button>}>
          Each chair shows its visit, what was last charted and what is due.
        </Empty>
      ),
      error: <Failed error={new Error('broke')} onRetry={rest} />,
      refused: <Failed error={refused} onRetry={rest} />,
    },
  },
  {
    file: 'ui/dialog.tsx',
    states: {
      open: (
        <InPlace>
          <Dialog title="Keys on this page" status="inform" onClose={rest}>
            <p>What is behind it rests.</p>
          </Dialog>
        </InPlace>
      ),
    },
  },
  {
    file: 'ui/confirm-dialog.tsx',
    states: {
      'asks once, with a reason': (
        <InPlace>
          <ConfirmDialog
            isOpen
            onClose={rest}
            onConfirm={rest}
            title="Stop the infusion at 10:54?"
            reasons={['Patient request', 'Side effect', 'Other']}
            confirm="Pump is off, stop"
            cancel="Keep running"
          >
            <p>
              Stop the <b>pump by hand first</b>.
            </p>
          </ConfirmDialog>
        </InPlace>
      ),
    },
  },
  {
    file: 'ui/letter-before.tsx',
    states: {
      'to be read before it goes': (
        <LetterBefore
          letter={{
            to: 'rowan@example.test',
            subject: 'Your call has a new time',
            body: 'Hello Rowan, your call is on Monday at 10:00.',
          }}
        />
      ),
    },
  },
  { file: 'ui/crisis-words.tsx', states: { 'said at once': <CrisisWords /> } },
  {
    file: 'ui/safety-standing.tsx',
    states: {
      'not saved': <SafetyStanding {...(safety as never as Parameters<typeof SafetyStanding>[0])} standing="not saved" />,
    },
  },
  {
    file: 'ui/live-state.tsx',
    states: {
      saved: (
        <>
          <LiveState /> <Saved at={now} />
        </>
      ),
    },
  },
  { file: 'ui/link-refused.tsx', isPaper: true, states: { expired: <LinkRefused why="expired" /> } },
  {
    file: 'ui/paper.tsx',
    states: {
      'a page for paper': (
        <Paper
          person={{ name: 'Clover Samplett', dateOfBirth: '1982-05-04' }}
          what="Order 2 of 10, ketamine"
          back={{ href: '/room', words: 'Back to the room' }}
        >
          <PaperPart title="Order">
            <dl>
              <PaperLine label="Dose">100 mg over 4 h</PaperLine>
            </dl>
          </PaperPart>
        </Paper>
      ),
    },
  },
  {
    file: 'ui/listing.tsx',
    states: {
      ready: (
        <Listing {...list} total={61}>
          <Card title="Clover Samplett" note="born May 4, 1982" />
        </Listing>
      ),
      empty: (
        <Listing {...list} total={0}>
          {null}
        </Listing>
      ),
    },
  },
  { file: 'ui/pager.tsx', states: { 'the second of three pages': <Pager page={2} size={20} total={61} onPage={rest} /> } },
]
