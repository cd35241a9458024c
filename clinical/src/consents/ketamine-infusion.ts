import { defineConsent } from '../chart/consent.ts'

export const ketamineInfusion = defineConsent({
  id: 'ketamine-infusion',
  title: 'Consent to ketamine infusions',
  source:
    'Topics: clinical reference 7.4. Figures: Dahan 2011 and Sigtermans 2009 (pain); Ferraro, Cochrane 2025 (pain); McInnes 2022 and KARMA-Dep 2 2025 (depression)',
  basis: 'proposed',
  validMonths: 12,
  sections: [
    {
      id: 'what',
      heading: 'What this is',
      for: 'both',
      paragraphs: [
        'Ketamine is an old drug for putting people to sleep in surgery. Here you get a low dose, slowly, into a vein. A nurse watches you the whole time.',
        'The plan you talked over with your prescriber says how many visits there are and how long each one takes.',
      ],
    },
    {
      id: 'off-label',
      heading: 'Not approved for this use',
      for: 'both',
      paragraphs: [
        'The FDA has approved ketamine for anesthesia. It has not approved it for pain or for depression. Using it here is called off-label. That is legal, and it means there is less proof than for an approved use.',
      ],
    },
    {
      id: 'evidence-pain',
      heading: 'How well it works for pain',
      for: 'pain',
      paragraphs: [
        'We do not know if it will help you. The best known study was of one condition, CRPS. There the chance of relief was about 67 in 100 with ketamine and 23 in 100 with a dummy drip. Those people had about 100 hours of infusion in hospital. By week 12 the two groups were the same.',
        'In 2025 a Cochrane review put all the good studies of lasting pain together. It found no clear benefit. Side effects were more common with ketamine.',
      ],
    },
    {
      id: 'evidence-depression',
      heading: 'How well it works for depression',
      for: 'depression',
      paragraphs: [
        'We do not know if it will help you. In clinics in the United States, about half of the people who sent in their scores had half their symptoms gone. Many people sent in no scores. About 8 in 100 got worse.',
        'The benefit often fades over weeks. In one hospital study that hid the drug with care, ketamine did no better than another calming drug.',
      ],
    },
    {
      id: 'alternatives',
      heading: 'Other choices',
      for: 'both',
      paragraphs: [
        'You can choose another treatment, or none. For pain there are other drugs, nerve blocks, devices, movement and talking therapy. For depression there are other drugs, talking therapy, an approved nasal spray (esketamine), magnetic stimulation and ECT. Your clinician will tell you which of these may suit you.',
      ],
    },
    {
      id: 'side-effects',
      heading: 'Side effects',
      for: 'both',
      paragraphs: [
        'Common, and mostly gone within two hours: feeling spaced out or far away, seeing or hearing odd things, being sleepy or dizzy, feeling sick, a headache, blurred sight, and a rise in blood pressure.',
        'Rare, and serious: very high blood pressure, trouble breathing, an allergic reaction, a very frightening experience.',
        'With many doses over time, ketamine can harm the bladder and the liver, may affect memory, and can be habit-forming. We do not know how often this happens at these doses. Tell us if it hurts to pass water or if you need to go often.',
      ],
    },
    {
      id: 'pregnancy',
      heading: 'Pregnancy and nursing',
      for: 'both',
      paragraphs: [
        'Ketamine may harm an unborn child. Do not have an infusion if you are or may be pregnant. If you could become pregnant you will be asked to take a test. Tell us if you are breastfeeding.',
      ],
    },
    {
      id: 'driving',
      heading: 'Going home',
      for: 'both',
      paragraphs: [
        'An adult you know must take you home. Do not drive, use machines, drink alcohol or sign papers that matter until the next day, after a night of sleep.',
      ],
    },
    {
      id: 'safety',
      heading: 'If you feel unsafe',
      for: 'both',
      paragraphs: [
        'Mood can drop during or after treatment. If you think of ending your life or hurting yourself, tell us at once. In clinic hours call {phone}. At night, on weekends and on holidays call {afterHours}. The crisis lines are on every page we send you.',
      ],
    },
    {
      id: 'cost',
      heading: 'Cost',
      for: 'both',
      paragraphs: ['Insurance often does not pay for this. Ask us what it will cost you before you agree.'],
    },
    {
      id: 'stopping',
      heading: 'You can stop at any time',
      for: 'both',
      paragraphs: [
        'You can say no now, or stop in the middle of an infusion. You do not need a reason. It will not change how we treat you. If it has not helped after the visits we agreed on, we will stop and talk about what comes next.',
      ],
    },
    {
      id: 'records',
      heading: 'Your record',
      for: 'both',
      paragraphs: [
        'We keep a record of each visit and ask you how you are for about three months. You can have a copy of this consent. Using your answers for research needs another consent.',
      ],
    },
  ],
  teachBack: [
    'What ketamine is approved for, and what it is not approved for',
    'What the studies show, and that it may not help',
    'Two side effects to expect, and one that means calling us',
    'When you may drive again',
    'How to stop',
  ],
  statement:
    'I have read this or had it read to me. I could ask questions and they were answered. I know that I can stop at any time. I agree to ketamine infusions.',
})
