-- Whose link it is, by the record that theirs was merged into; null for links that are no patient's.
create function person_of_link(c uuid, purpose text, record uuid) returns uuid
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(own.merged_into, own.id) from person own
    where own.clinic_id = c and own.id = case purpose
      when 'appointment' then (select a.person_id from appointment a where a.clinic_id = c and a.id = record)
      when 'check-in' then (select q.person_id from assessment q where q.clinic_id = c and q.id = record)
    end
$$;
grant execute on function person_of_link(uuid, text, uuid) to app_user;
