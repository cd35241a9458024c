-- A vial holds a coded drug, and an order is of one. The free word of before is kept beside; what it did not name for certain stays
-- 'not-coded': counted and emptied like the others, and never drawn for an order.
alter table vial no force row level security;
alter table infusion_order no force row level security;

alter table vial add column drug_id text;
alter table vial rename column drug to drug_word;
alter table vial alter column drug_word drop not null;
alter table vial disable trigger rows_stay;
update vial set drug_id = coalesce(
  (select named.id from (values
      ('ketamine', 'ketamine'), ('ketalar', 'ketamine'), ('racemic ketamine', 'ketamine'), ('ketamine racemic', 'ketamine'),
      ('midazolam', 'midazolam'), ('versed', 'midazolam'),
      ('lorazepam', 'lorazepam'), ('ativan', 'lorazepam')
    ) as named (word, id)
    where named.word = btrim(regexp_replace(regexp_replace(lower(vial.drug_word), '[^a-z0-9]+', ' ', 'g'),
      '( |^)(hcl|hydrochloride|injection|inj)(?= |$)', '', 'g'))),
  'not-coded');
alter table vial enable trigger rows_stay;
alter table vial alter column drug_id set not null;
alter table vial add constraint vial_drug_said check (drug_id <> 'not-coded' or drug_word is not null);

alter table infusion_order add column drug_id text;
alter table infusion_order disable trigger rows_stay;
-- Every protocol there was until now gives ketamine.
update infusion_order set drug_id = 'ketamine';
alter table infusion_order enable trigger rows_stay;
alter table infusion_order alter column drug_id set not null;

alter table vial force row level security;
alter table infusion_order force row level security;
