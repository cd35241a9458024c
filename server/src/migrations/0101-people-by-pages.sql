-- A page of the list of people is read in its order, and the others are not sorted for it.
create index person_listed_since on person (clinic_id, (coalesce(accepted_at, created_at)) desc nulls last, id) where merged_into is null;
create index person_listed_name on person (clinic_id, (fold(name)), id) where merged_into is null;
