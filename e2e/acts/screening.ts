import { type Answers, type ChartKey, type Indication, type Question, questions, wellPerson } from '@dripline/clinical'
import { expect, type Page } from '@playwright/test'
import type { Clinic } from '../clinic.ts'
import { writesAnAllergy } from './people.ts'

const asked: Readonly<Record<ChartKey, Question>> = questions

/** What is answered before the decision, what the course will be measured against, and why the prescriber accepts. */
export type Evaluation = { answers: Partial<Answers>; baseline: Readonly<Record<string, string>>; reason: string }

const wellAnswers = (indication: Indication): Partial<Answers> => ({
  ...wellPerson(indication),
  dateOfBirth: '1982-03-01',
  weightKg: '72',
  heightCm: '172',
  bloodPressureRepeated: 'yes',
})

/** Somebody of 44 with pain for years, and nothing in the way but a pressure to watch. */
export const withPain: Evaluation = {
  answers: {
    ...wellAnswers('pain'),
    painMonths: 31,
    treatmentsTried: 4,
    systolic: 142,
    diastolic: 84,
  },
  baseline: { 'Pain now': '7', 'Pain on average, last week': '7', 'Pain at its worst, last week': '9' },
  reason: 'CRPS for over two years, four treatments tried; pressure to be watched.',
}

export const withDepression: Evaluation = {
  answers: wellAnswers('depression'),
  baseline: { 'Mood today': '3', 'PHQ-9 total': '18' },
  reason: 'A year of depression, two medicines tried; safe today, follow-up agreed.',
}

const threeAnswers: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No', 'not-sure': 'not sure' }

/** Enters one answer in the form its question asks for. */
async function answers(page: Page, key: ChartKey, value: string | number) {
  const question = asked[key]
  if (question.kind === 'yes-no') {
    const radio = page
      .getByRole('group', { name: question.label })
      .getByRole('radio', { name: threeAnswers[value] ?? '', exact: true })
    await radio.check()
  } else if (key === 'phq9Item9')
    await page
      .getByRole('group', { name: question.label })
      .getByRole('radio', { name: String(value), exact: true })
      .check()
  else if (question.kind === 'choice') await page.getByLabel(question.label, { exact: true }).selectOption(String(value))
  else await page.getByLabel(question.label, { exact: true }).fill(String(value))
}

export async function answersAll(page: Page, all: Partial<Answers>) {
  for (const [key, value] of Object.entries(all)) await answers(page, key as ChartKey, value)
}

/** Writes down who somebody is, as the dose and the letters need it. */
export async function writesDownWhoTheyAre(page: Page, { met }: Clinic, personId: string, sex: 'female' | 'male') {
  await page.goto(`/patients/${personId}/contacts`)
  await page.getByLabel('Date of birth').fill('1982-03-01')
  await page.getByLabel('Sex (used by the dose models)').selectOption(sex)
  await page.getByLabel('Height').fill('172')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await met.look(page, 'contacts')
  await writesAnAllergy(page, personId, 'none known')
  await met.look(page, 'chart')
}

/** Asks everything but one question: what is not known is its own finding, and it is never taken as no. */
export async function screensWithOneGap(page: Page, { met }: Clinic, personId: string, { answers: known, baseline }: Evaluation) {
  await page.goto(`/patients/${personId}/screening`)
  await met.look(page, 'screening, answers')
  const { severeValveDisease: _, ...others } = known
  await answersAll(page, others)
  for (const [label, value] of Object.entries(baseline)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'Save and read the rules' }).click()
  await expect(page.getByText('severe valve disease: not answered')).toBeVisible()
  await met.look(page, 'screening, findings with a gap')
}

/** Asks everything at once. */
export async function screens(page: Page, personId: string, { answers: known, baseline }: Evaluation) {
  await page.goto(`/patients/${personId}/screening`)
  await answersAll(page, known)
  for (const [label, value] of Object.entries(baseline)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'Save and read the rules' }).click()
  await expect(page.getByRole('button', { name: 'Change or add answers' })).toBeVisible()
}

/** Asks what is missing; the screening before stays. */
export async function closesTheGap(page: Page) {
  await page.getByRole('button', { name: 'Change or add answers' }).click()
  await answers(page, 'severeValveDisease', 'no')
  await page.getByRole('button', { name: 'Save and read the rules' }).click()
  await expect(page.getByText('none is overwritten')).toBeVisible()
  await expect(page.getByText('severe valve disease: not answered')).toHaveCount(0)
}

/** The prescriber weighs each finding, gives a reason and signs; nothing is accepted by itself. */
export async function acceptsForAPlan(page: Page, { met }: Clinic, personId: string, { reason }: Evaluation) {
  await page.goto(`/patients/${personId}/screening`)
  await expect(page.getByText('Nothing here accepts or declines a person.')).toBeVisible()
  for (const tick of await page.getByRole('checkbox', { name: 'Seen, and weighed' }).all()) await tick.check()
  await page.getByRole('radio', { name: /^Accept for a plan/ }).check()
  await page.getByLabel('Reason, in your words').fill(reason)
  await met.look(page, 'screening, decision')
  await page.getByRole('button', { name: 'Sign: accept for a plan' }).click()
  await expect(page.getByText(/accepted by|Accepted/).first()).toBeVisible()
}
