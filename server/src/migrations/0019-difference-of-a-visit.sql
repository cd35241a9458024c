-- A difference may also be found when what is left of a visit's dose is destroyed: drawn is not given and wasted.
alter table discrepancy alter column count_id drop not null;
alter table discrepancy add column session_id uuid;
alter table discrepancy add foreign key (clinic_id, session_id) references session;
alter table discrepancy add constraint discrepancy_of_count_or_visit check (count_id is not null or session_id is not null);
