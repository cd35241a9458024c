import { definePolicy } from '../policy.ts'

export const waitingList = definePolicy({
  id: 'waiting-list',
  title: 'The waiting list and how its offers are made',
  group: 'Booking and calls',
  source: 'ours, for the clinic to approve',
  basis: 'proposed',
  values: {
    atOnce: {
      value: 0,
      unit: 'people',
      says: 'People who are offered a free time at once; 0 is everyone whom it fits',
      least: 0,
      most: 50,
    },
    offerMinutes: { value: 120, unit: 'min', says: 'An offer stands for', least: 15, most: 1440 },
    replyMinutes: { value: 15, unit: 'min', says: 'Shortest time to answer an offer before it is too late', least: 5, most: 240 },
    visitNoticeMinutes: {
      value: 240,
      unit: 'min',
      says: 'Shortest notice for an infusion visit from the list, so that its order can be signed',
      least: 60,
      most: 4320,
    },
    noticeHours: { value: [1, 3, 24, 48], unit: 'h', says: 'Notice that a person may ask for', least: 0, most: 168 },
    lookDays: { value: [7, 14, 28], unit: 'days', says: 'Time a person may stay on the list', least: 1, most: 90 },
    afternoonHour: { value: 12, unit: 'h', says: 'The afternoon begins at', least: 11, most: 14 },
    eveningHour: { value: 17, unit: 'h', says: 'The evening begins at', least: 15, most: 20 },
    mostFirstADay: {
      value: 3,
      unit: 'letters',
      says: 'Most letters a day to one address about a new place on the list',
      least: 1,
      most: 10,
    },
    mostOffersADay: { value: 3, unit: 'offers', says: 'Most offers to one person in a day', least: 1, most: 10 },
  },
  examples: [
    ['atOnce', 3, true],
    ['offerMinutes', 5, false],
  ],
})
