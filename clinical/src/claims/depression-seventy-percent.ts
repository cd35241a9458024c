import { defineClaim } from '../chart/claim.ts'

export const depressionSeventyPercent = defineClaim({
  id: 'depression-seventy-percent',
  title: 'About seventy percent respond in depression',
  about: 'depression',
  text: 'In clinics in the United States, about half of the people who finished a course and reported their scores had half their symptoms gone; 2 to 3 in 10 reached remission; about 8 in 100 got worse. Figures near 70 % come from early single-dose trials, or from people who stayed for ten infusions. A trial among inpatients that hid the drug with care showed no clear advantage over midazolam.',
  figures: { half: 'about half', remission: '2 to 3 in 10', worse: 'about 8 in 100' },
  source:
    'McInnes et al. J Affect Disord 2022;301:486–495; Oliver et al. J Clin Psychiatry 2022;83; Murrough et al. Am J Psychiatry 2013;170:1134–1142; KARMA-Dep 2, JAMA Psychiatry 2025',
  basis: 'source',
  population: 'Depression that other treatment did not relieve',
  design: 'clinic records',
  comparator: 'None in the series; midazolam in the trials',
  time: 'Two to four weeks after a course',
  people: 537,
  estimates: [
    { what: 'Response in the clinics', unit: 'of 100', value: 53.6 },
    { what: 'Remission in the clinics', unit: 'of 100', value: 28.9 },
    { what: 'Got worse', unit: 'of 100', value: 8.4 },
    { what: 'Response after ten infusions, of those who stayed', unit: 'of 100', value: 72 },
    {
      what: 'Response a day after one infusion, from memory',
      unit: 'of 100',
      value: 64,
      against: { what: 'midazolam', value: 28 },
    },
  ],
  certainty: 'low',
  besides: ['not-fda-approved'],
  confidence: 'seen in part',
  isSaidOnCall: true,
  reviewer: 'Dripline, against the source',
  reviewedOn: '2026-11-22',
  expiresOn: '2027-11-22',
  examples: [
    ['2026-11-21', false],
    ['2026-11-22', true],
    ['2027-11-21', true],
    ['2027-11-22', false],
  ],
})
