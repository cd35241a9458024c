-- As before, with the links of the waiting list: to somebody's place on it, and to one offer.
create function person_waiting(c uuid, purpose text, record uuid) returns uuid
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select w.person_id from waiting w where w.clinic_id = c and w.id = case purpose
    when 'waiting' then record
    when 'offer' then (select o.waiting_id from waiting_offer o where o.clinic_id = c and o.id = record)
  end
$$;
grant execute on function person_waiting(uuid, text, uuid) to app_user;

create or replace function language_of_link(c uuid, purpose text, record uuid) returns text
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select kept.language from person own
    join person kept on kept.clinic_id = c and kept.id = coalesce(own.merged_into, own.id)
    where own.clinic_id = c and own.id = case
      when purpose = 'appointment' then (select a.person_id from appointment a where a.clinic_id = c and a.id = record)
      when purpose = 'check-in' then (select q.person_id from assessment q where q.clinic_id = c and q.id = record)
      when purpose = 'estimate' then (select e.person_id from estimate e where e.clinic_id = c and e.id = record)
      when purpose in ('no-check-ins', 'no-reminders') then record
      else person_waiting(c, purpose, record)
    end
$$;

create or replace function person_of_link(c uuid, purpose text, record uuid) returns uuid
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(own.merged_into, own.id) from person own
    where own.clinic_id = c and own.id = case purpose
      when 'appointment' then (select a.person_id from appointment a where a.clinic_id = c and a.id = record)
      when 'estimate' then (select e.person_id from estimate e where e.clinic_id = c and e.id = record)
      when 'check-in' then (select q.person_id from assessment q where q.clinic_id = c and q.id = record)
      else person_waiting(c, purpose, record)
    end
$$;
