import { defineClaim } from '../chart/claim.ts'

export const depressionSeventyPercent = defineClaim({
  id: 'depression-seventy-percent',
  title: 'About seventy percent respond in depression',
  text: 'In clinics in the United States, about half of the people who finished a course and reported their scores had half their symptoms gone; 2 to 3 in 10 reached remission; about 8 in 100 got worse. Figures near 70 % come from early single-dose trials, or from people who stayed for ten infusions. A trial among inpatients that hid the drug with care showed no clear advantage over midazolam.',
  source:
    'McInnes et al. J Affect Disord 2022;301:486–495; Oliver et al. J Clin Psychiatry 2022;83; Murrough et al. Am J Psychiatry 2013;170:1134–1142; KARMA-Dep 2, JAMA Psychiatry 2025',
  basis: 'source',
  population: 'Depression that other treatment did not relieve',
  design: 'Clinic series without a control group; randomized trials beside them',
  comparator: 'None in the series; midazolam in the trials',
  time: 'Two to four weeks after a course',
  people: 537,
  estimates: [
    { what: 'Response in the clinics, of 9,016 people 537 with data', value: '53.6 %', interval: null, comparator: null },
    { what: 'Remission in the clinics', value: '28.9 %', interval: null, comparator: null },
    { what: 'Got worse', value: '8.4 %', interval: null, comparator: null },
    { what: 'Response after ten infusions, of those who stayed', value: '72 %', interval: null, comparator: null },
    { what: 'Response a day after one infusion, from memory', value: '64 %', interval: null, comparator: 'Midazolam 28 %' },
    { what: 'MADRS difference among inpatients', value: '−3.16', interval: '−8.54 to 2.22', comparator: 'Midazolam' },
  ],
  besides: ['not-fda-approved'],
  confidence: 'seen in part',
  reviewedOn: '2026-11-22',
  expiresOn: '2027-11-22',
  examples: [
    ['2026-11-22', true],
    ['2027-11-22', false],
  ],
})
