import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { heldClock, type TestClinic, testClinic } from '../../platform/testing.ts'
import { patientReady } from '../session/testing.ts'
import { asked, give, goToHour, type Ready, tick } from './testing.ts'

const NEW_YORK = 'America/New_York'

let clinic: TestClinic
let app: ReturnType<typeof createApp>
let ready: Ready
let path: string
let questionId: string

/** A depression course that is over, on the morning of its day 14, with the letter's link. */
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T15:00:00Z'))
  // What a page was given to show is what this test reads; how it looks is the web box's matter.
  const render = async ({ data }: { data: object }) => ({ status: 200, html: JSON.stringify(data) })
  app = createApp({ ground: clinic.ground, render, trust: { publicUrl: undefined, proxies: [] }, assets: '.' })
  ready = await patientReady(clinic, { indication: 'depression' })
  await give(clinic, ready, { number: 1 })
  await give(clinic, ready, { number: 6 })
  await tick(clinic)
  goToHour(clinic, '2026-12-14', 9.01, NEW_YORK)
  const letter = (await tick(clinic)).at(-1)
  questionId = letter?.aboutId ?? ''
  path = `/l/${/\/l\/([\w-]+)\/check-in/.exec(letter?.body ?? '')?.[1]}/check-in`
})

const at = (to: string) => `http://${clinic.host}${to}`
type Shown = {
  standing: string
  needed: string[]
  further: string[]
  answer: object | null
  isCrisis: boolean
  refused: { code: string; faults: { field: string }[] }
  problem: { code: string }
  frame: { clinic: object }
}
const look = async (to = path) => {
  const answer = await app.request(at(to), { headers: { accept: 'text/html' } })
  return { status: answer.status, page: (await answer.json()) as Shown }
}
let keys = 0
/** Looks at the page as a browser does, its own style with it, and reads for a while. */
const mark = async (to = path) => {
  const shown = (await (await app.request(at(to), { headers: { accept: 'text/html' } })).json()) as { mark?: string }
  await app.request(at(`${to}/${shown.mark}.css`))
  clinic.clock.forward(0.1)
  return shown.mark ?? ''
}
const tap = async (fields: Record<string, string>, to = path) => press({ mark: await mark(to), ...fields }, to)
const press = (fields: Record<string, string>, to = path) =>
  app.request(at(to), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ 'idempotency-key': `tap-key-${keys++}-of-a-test`, ...fields }).toString(),
  })
const tapWithScript = async (body: object, to = `${path}/answer`) => sendWithScript({ mark: await mark(), ...body }, to)
const sendWithScript = (body: object, to = `${path}/answer`) =>
  app.request(at(to), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `script-key-${keys++}-of-a-test` },
    body: JSON.stringify(body),
  })
const answered = async () => (await asked(ready)).find(({ id }) => id === questionId)?.answer

describe('the page of one question', () => {
  test('is one screen with two things needed and no earlier answer', async () => {
    const { status, page } = await look()
    expect(status).toBe(200)
    expect(page).toMatchObject({ standing: 'open', needed: ['mood', 'safetyQuestion'], answer: null, isCrisis: false })
    expect(JSON.stringify(page)).not.toMatch(/regimen|doseMg|outcome|responder/)
  })

  test('saves a button pressed without script and a tap with it, as one answer', async () => {
    const pressed = await tap({ mood: '4' })
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, path])
    expect((await tapWithScript({ safetyQuestion: 'no' })).status).toBe(201)
    expect((await tap({ sideEffects: 'none' })).status).toBe(303)
    expect(await answered()).toEqual({ mood: 4, safetyQuestion: 'no', sideEffects: ['none'] })
    expect((await look()).page).toMatchObject({ standing: 'open', answer: { mood: 4 } })
  })

  test('of day 28 says with one press that nothing else happened', async () => {
    const pain = await patientReady(clinic, { indication: 'pain', chair: 'Pain chair', from: new Date('2026-12-15T15:00:00Z') })
    await give(clinic, pain, { number: 1, minutes: 240 })
    await give(clinic, pain, { number: 10, minutes: 240 })
    await tick(clinic)
    const day28 = (await asked(pain)).find(({ day }) => day === 28)
    clinic.clock.now = new Date(day28?.dueAt ?? 0)
    const letter = (await tick(clinic)).find(({ aboutId }) => aboutId === day28?.id)
    const to = `/l/${/\/l\/([\w-]+)\/check-in/.exec(letter?.body ?? '')?.[1]}/check-in`
    await tap({ pain: '3' }, to)
    expect((await tap({ since: 'none-of-these' }, to)).status).toBe(303)
    const none = { sideEffects: ['none'], newProcedure: 'no', rescueInfusion: 'no', opioidsUp: 'no' }
    expect((await asked(pain)).find(({ day }) => day === 28)?.answer).toEqual({ pain: 3, ...none })
  })

  test('shows the crisis words at once when the answer is not a no', async () => {
    await tap({ safetyQuestion: 'rather-not-say' })
    expect((await look()).page.isCrisis).toBe(true)
    expect(await (await tapWithScript({ safetyQuestion: 'yes' })).json()).toMatchObject({ isCrisis: true })
  })

  test('says what cannot be, and saves nothing', async () => {
    for (const fields of [{ mood: '11' }, { mood: 'low' }, { pain: '3' }, { mood: '' }, {}]) {
      const answer = await tap(fields as Record<string, string>)
      expect(answer.status).toBe(422)
      expect((await answer.json()) as Shown).toMatchObject({ standing: 'open', refused: { code: 'not-valid' } })
    }
    expect(await answered()).toBeNull()
  })

  test('after midnight thanks for the answer, shows it to nobody and takes no other', async () => {
    await tap({ mood: '4' })
    await tap({ safetyQuestion: 'no' })
    goToHour(clinic, '2026-12-15', 0, NEW_YORK)
    expect((await look()).page).toMatchObject({ standing: 'answered', answer: null })
    expect((await tap({ mood: '9' })).status).toBe(409)
    expect(await answered()).toMatchObject({ mood: 4 })
  })

  test('is over, and says so, after its window; weeks later the link is dead', async () => {
    goToHour(clinic, '2026-12-18', 0, NEW_YORK)
    const { status, page } = await look()
    expect([status, page.standing]).toEqual([410, 'over'])
    goToHour(clinic, '2027-01-20', 0, NEW_YORK)
    const dead = await look()
    expect([dead.status, dead.page.problem.code]).toEqual([410, 'link-unusable'])
    // Even then the page is the clinic's, and so are the crisis lines at its foot.
    expect(dead.page.frame.clinic).toMatchObject({ name: 'Test clinic', crisisLines: [{ number: '911' }, { number: '988' }] })
  })

  test('stops everything with one press, and begins again with one', async () => {
    expect((await tap({ act: 'stop', choice: 'stop' })).status).toBe(303)
    expect((await look()).page.standing).toBe('stopped')
    expect((await tap({ mood: '4' })).status).toBe(410)
    expect((await tap({ act: 'ask-again', choice: 'again' })).status).toBe(303)
    expect((await asked(ready)).map(({ day }) => day)).toContain(90)
  })

  test('opens for nobody without its secret, nor under another purpose', async () => {
    expect((await look(`/l/${'x'.repeat(43)}/check-in`)).status).toBe(410)
    expect((await look(path.replace('check-in', 'appointment'))).status).toBe(410)
  })
})

describe('B09: a robot on the page of a question', () => {
  const robots = ['nothing', 'stop', 'ask-again', 'confirm'] as const
  const refused = async (answer: Response) => expect([answer.status, (await answered()) ?? null]).toEqual([422, null])

  test('that fetches everything, follows everything and presses every button answers nothing and ends nothing', async () => {
    const page = await look()
    for (const to of [path, `${path}?ask=stop`, `${path}/made-up.css`])
      expect((await app.request(at(to))).status).toBeLessThan(500)
    for (const act of robots) await refused(await press(act === 'nothing' ? {} : { act }))
    expect((await look()).page).toMatchObject({ standing: 'open', answer: null, held: null })
    expect(page.page.standing).toBe('open')
  })

  test('that also chooses, without having looked at the page, is held and asked again; a person says that it is right', async () => {
    expect((await press({ mood: '10', safetyQuestion: 'no' })).status).toBe(303)
    expect(await answered()).toBeNull()
    const { held } = (await look()).page as unknown as { held: { id: string; answer: object } }
    expect(held.answer).toEqual({ mood: 10, safetyQuestion: 'no' })
    await refused(await press({ act: 'confirm', held: held.id }))
    expect((await press({ act: 'confirm', held: held.id, choice: 'right' })).status).toBe(303)
    expect(await answered()).toEqual({ mood: 10, safetyQuestion: 'no' })
    expect((await look()).page).toMatchObject({ held: null })
  })

  test('that fetches the style too, but is quicker than a person reads, is held as well', async () => {
    const { mark: shown } = (await look()).page as unknown as { mark: string }
    await app.request(at(`${path}/${shown}.css`))
    await press({ mark: shown, mood: '10' })
    expect(await answered()).toBeNull()
    clinic.clock.forward(0.1)
    await press({ mark: shown, mood: '4' })
    expect(await answered()).toEqual({ mood: 4 })
  })

  test('cannot make a mark of its own, nor use that of another day', async () => {
    const { mark: shown } = (await look()).page as unknown as { mark: string }
    const forged = `${shown.split('.')[0]}.AAAA`
    await app.request(at(`${path}/${forged}.css`))
    clinic.clock.forward(0.1)
    await sendWithScript({ mark: forged, mood: 3 })
    expect(await answered()).toBeNull()
  })

  test('whose word is one of danger is believed at once, and nothing else of it', async () => {
    await sendWithScript({ mood: 1, safetyQuestion: 'yes' })
    expect(await answered()).toEqual({ safetyQuestion: 'yes' })
    await sendWithScript({ mood: 1, safetyQuestion: 'no' })
    expect(await answered()).toEqual({ safetyQuestion: 'yes' })
  })

  test('its style is never kept by a browser', async () => {
    const { mark: shown } = (await look()).page as unknown as { mark: string }
    const style = await app.request(at(`${path}/${shown}.css`))
    expect(style.headers.get('content-type')).toContain('text/css')
    expect(style.headers.get('cache-control')).toBe('no-store')
  })
})
