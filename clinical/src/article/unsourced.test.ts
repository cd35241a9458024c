import { describe, expect, test } from 'vitest'
import { judgeArticle } from './judge-article.ts'
import { readMarkdown } from './read-markdown.ts'
import { plainMarks, unsourced } from './unsourced.ts'

const found = (text: string, locale = 'en') => unsourced(readMarkdown(text).blocks, locale)

describe('of fifty sentences, these give a number or a promise that has no source', () => {
  test.each([
    ['Two thirds get relief.', 'share', 'thirds'],
    ['About 67 % of people feel better.', 'share', '%'],
    ['Seven in ten people sleep again.', 'share', 'Seven in ten'],
    ['Half of our visitors come back.', 'share', 'Half'],
    ['It helps most of the people we see.', 'share', 'most'],
    ['Pain falls twice as fast.', 'share', 'twice'],
    ['The effect lasts up to three months.', 'share', 'up to three'],
    ['Nearly everyone feels it.', 'share', 'Nearly everyone'],
    ['A third of them stop their pills.', 'share', 'A third'],
    ['One in four had no pain at all.', 'share', 'One in four'],
    ['It works better than pills do.', 'share', 'better than'],
    ['Ketamine is more effective for nerve pain.', 'share', 'more effective'],
    ['The majority notice a change.', 'share', 'majority'],
    ['Relief is a ten-fold gain.', 'share', 'ten-fold'],
    ['It is as strong as an opioid.', 'share', 'as strong as'],
    ['All of our patients tell their friends.', 'share', 'All of our patients'],
    ['Our infusions are safe.', 'promise', 'safe'],
    ['This is a proven way out of pain.', 'promise', 'proven'],
    ['We cure what others cannot.', 'promise', 'cure'],
    ['There are no side effects.', 'promise', 'no side effects'],
    ['Relief is guaranteed.', 'promise', 'guaranteed'],
    ['It is FDA-approved for pain.', 'promise', 'FDA-approved'],
    ['Ketamine is non-addictive.', 'promise', 'non-addictive'],
    ['We have treated 4,200 people.', 'number', '4'],
    ['The relief holds for twelve weeks.', 'number', 'twelve'],
  ])('%s', (sentence, kind, words) => {
    expect(found(sentence)).toEqual([{ sentence, kind, words }])
  })
})

describe('and these are harmless', () => {
  test.each([
    'Some people get relief; many do not.',
    'A nurse sits near you the whole time.',
    'One of us calls you back.',
    'Bring a blanket and soft clothes.',
    'You can stop at any time.',
    'The first visit is for talking.',
    'A second nurse checks the drug.',
    'Tell us what you take, even herbs.',
    'Side effects are common and usually brief.',
    'We talk about safety before anything else.',
    'Ketamine is not FDA-approved for pain.',
    'It is up to you.',
    'Nobody can say beforehand whom it helps.',
    'We ask at once when something feels wrong.',
    'Your own doctor stays your doctor.',
    'Someone you trust takes you home.',
    'Pain is an alarm that can get stuck.',
    'We write down what you tell us.',
    'The room is quiet and the light is low.',
    'What it costs is told before you book.',
    'If it does not help, we say so.',
    'A curious mind is welcome here.',
    'Come rather early than late.',
    'For some the worst pain does not move.',
    'The call is free, and you decide nothing on it.',
  ])('%s', (sentence) => expect(found(sentence)).toEqual([]))
})

describe('in Spanish these have no source', () => {
  test.each([
    'Dos tercios sienten alivio.',
    'Cerca de la mitad mejora.',
    'La mayoría duerme mejor.',
    'Siete de cada diez personas mejoran.',
    'Ayuda al 70 % de la gente.',
    'Dura hasta tres meses.',
    'Es el doble de rápido.',
    'Funciona mejor que las pastillas.',
    'Casi todos lo notan.',
    'Nuestras infusiones son seguras.',
    'Es un tratamiento comprobado.',
    'La ketamina cura el dolor.',
    'No tiene efectos secundarios.',
    'El alivio está garantizado.',
    'Está aprobada por la FDA para el dolor.',
    'No es adictiva.',
    'El alivio dura doce semanas.',
  ])('%s', (sentence) => expect(found(sentence, 'es')).toHaveLength(1))

  test.each([
    'Algunas personas sienten alivio; muchas no.',
    'Una enfermera está cerca de usted.',
    'Traiga ropa cómoda.',
    'No está aprobada por la FDA para el dolor.',
    'Su seguro quizá no pague.',
    'La primera visita es para hablar.',
    'Usted puede parar cuando quiera.',
    'Los efectos secundarios son comunes y breves.',
    'La llamada es gratis.',
    'Alguien de confianza le lleva a casa.',
  ])('%s is harmless', (sentence) => expect(found(sentence, 'es')).toEqual([]))
})

describe('no way of writing hides it', () => {
  test.each([
    ['in bold', 'tw**o** thir**ds** get relief.'],
    ['across a line', 'Two\nthirds get relief.'],
    ['in a heading', '## Two thirds get relief'],
    ['in a list', '- Two thirds get relief.'],
    ['in a quote', '> Two thirds get relief.'],
    ['in the words of a link', '[Two thirds get relief](/book).'],
    ['as a sign for a fraction', 'About ⅔ get relief.'],
    ['in wide digits', 'About ６７ of them.'],
    ['in another script’s digits', 'About ٦٧ of them.'],
    ['with a soft hyphen', 'Two thi\u00ADrds get relief.'],
    ['with a space of no width', 'About ha\u200Blf of them.'],
    ['with a letter of another alphabet', 'About h\u0430lf of them.'],
    ['with another hyphen', 'It is risk\u2011free.'],
    ['in capitals', 'IT IS SAFE.'],
    ['marked plain, when it is a share', 'About [two thirds](plain) get relief.'],
    ['half of it marked plain', 'Two [thirds](plain) get relief.'],
    ['beside a figure that has a source', '{cochrane-2025.trials} say two thirds get relief.'],
  ])('%s', (_, text) => expect(found(text)).toHaveLength(1))

  test('as a letter of the web’s own: by its number it is read, by its name it is refused', () => {
    expect(found('About &#54;&#55; of them.')).toMatchObject([{ kind: 'number' }])
    expect(readMarkdown('About &half; of them.').faults).toMatchObject([{ why: 'entity' }])
  })
})

test('minutes, prices, phones and dates are marked plain, and whoever reviews sees every mark', () => {
  const { blocks } = readMarkdown('The call takes [15 minutes](plain). It is *free*, and the visit is [$500](plain).')
  expect(unsourced(blocks, 'en')).toEqual([])
  expect(plainMarks(blocks)).toEqual([
    { sentence: 'The call takes 15 minutes.', words: '15 minutes' },
    { sentence: 'It is free, and the visit is $500.', words: '$500' },
  ])
})

describe('the vignette of the marketing editor', () => {
  const judged = (body: string, day = '2026-11-30') => judgeArticle({ title: 'What we see', summary: 'Short.', body }, 'en', day)

  test('“two thirds get relief” is refused, with its sentence', () => {
    expect(judged('We help. Two thirds get relief. Call us.').faults).toEqual([
      { why: 'share', within: 'Two thirds get relief.', quote: 'thirds' },
    ])
  })

  test('the figure of the library is refused alone, and taken with what must stand beside it', () => {
    const figure = 'In hospital, {relief-two-thirds.relief} with CRPS had relief, and {relief-two-thirds.placebo} on placebo.'
    expect(judged(figure).faults.map(({ why, quote }) => [why, quote])).toEqual(
      ['cochrane-2025', 'not-fda-approved', 'cochrane-2025', 'not-fda-approved'].map((id) => ['alone', id]),
    )
    expect(judged(`${figure}\n\n{claim: cochrane-2025}\n\n{claim: not-fda-approved}`).faults).toEqual([])
  })

  test('a figure that is not there, and one past its date, are refused', () => {
    expect(judged('It is {relief-two-thirds.made}.').faults).toMatchObject([{ why: 'no-such-figure' }])
    expect(judged('It is {cochrane-2025.trials}.', '2029-01-01').faults).toMatchObject([{ why: 'out-of-date' }])
  })

  test('a drawing is refused without what must stand beside its claims, and past their date', () => {
    const company = ['cochrane-2025', 'not-fda-approved']
    expect(judged('{scene: twenty}').faults.map(({ why, quote }) => [why, quote])).toEqual(company.map((id) => ['alone', id]))
    expect(judged(['{scene: twenty}', ...company.map((id) => `{claim: ${id}}`)].join('\n\n')).faults).toEqual([])
    expect(judged('{scene: twenty}', '2029-01-01').faults[0]).toMatchObject({ why: 'out-of-date', within: '{scene: twenty}' })
  })

  test('a number in the title or the summary is refused too', () => {
    const { faults } = judgeArticle({ title: 'Relief for 9 in 10', summary: 'It is safe.', body: 'Call us.' }, 'en', '2026-11-30')
    expect(faults.map(({ why }) => why)).toEqual(['share', 'promise'])
  })
})
