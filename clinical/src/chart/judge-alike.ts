import type { Finding } from './screen.ts'

/**
 * Versions of rules that judge alike, the one that is here among them: of the same answers they find the same, and say it in the same words.
 * Only how they say it moved. What was seen, weighed or overridden under one of them counts under the others.
 */
export const judgeAlike: Readonly<Record<string, readonly string[]>> = {
  age: ['7a0ab87c025d', '5afa8d0b17f4'],
  aneurysm: ['f4d92d194d70', '75e4f752b8a3'],
  'blood-pressure': ['f9a87a60c261', '6cc043a1c293'],
  'body-mass': ['64e9617c341b', '8d81198715e5', '2c8a416b8eb0', '143306f5235b', 'e8ddd57ded72', '8699ff00887a', '06f391a22737'],
  'brain-pressure': ['2a111aff5458', '6e392abe3487'],
  capacity: ['98bc06fddc7e', '627c796ae0da'],
  consent: ['98c0d77c4e91', 'a605854a6983'],
  'heart-disease': ['ec82f38293e0', '183faa93c165'],
  'ketamine-allergy': ['3cfb5c9e9326', '6bedf60a61b5'],
  liver: ['b2327d8f2fee', '9a36bb0668c9'],
  mania: ['9286ddb8bc19', 'b9818162b7ec'],
  'pain-condition': ['215d13521b66', 'c1baa3e301c6'],
  pregnancy: ['c0164a9aa5ce', 'eea0216b5821'],
  psychosis: ['f42a3cd429a7', '260b822ab062'],
  'substance-use': ['c63b23178d9d', '77c3f91ee2fc'],
  'suicide-risk': ['a39830dec186', 'd6c1bf41d732'],
  'treatments-before': ['2058be4cb262', 'eebfabfbec60'],
}

/** The version of a finding's rule, or the first of those that judge alike. */
export const versionLike = ({ rule, version }: Pick<Finding, 'rule' | 'version'>): string => {
  const alike = judgeAlike[rule] ?? []
  return alike.includes(version) ? (alike[0] ?? version) : version
}
