-- A line says which records its step wrote and what each of them is now: table, key, and the SHA-256 of the row as JSON without its
-- nulls, so that a column that is added empty changes nothing. What a record holds can then be held against the trail.
create function note_written() returns trigger language plpgsql set timezone to 'UTC' as $$
declare
  said jsonb;
  key text;
  noted text := coalesce(current_setting('app.wrote', true), '');
begin
  -- While a migration moves rows of every clinic only the table is noted; what is in it afterwards is taken stock of.
  if current_setting('app.moving', true) = 'on' then
    if not tg_table_name = any (string_to_array(noted, ',')) then
      perform set_config('app.wrote', concat_ws(',', nullif(noted, ''), tg_table_name), true);
    end if;
    return null;
  end if;
  if tg_op = 'DELETE' then said := to_jsonb(old); else said := to_jsonb(new); end if;
  select string_agg(said ->> k, ' ' order by i) into key from unnest(tg_argv) with ordinality as keys (k, i);
  perform set_config('app.wrote', concat_ws(',', nullif(noted, ''), to_json(concat_ws(' ', tg_table_name, key,
    case when tg_op = 'DELETE' then 'gone'
    else encode(sha256(convert_to(jsonb_strip_nulls(said)::text, 'UTF8')), 'base64') end))::text), true);
  return null;
end $$;

-- Promise three: what stands there is held against the trail.
create function proved(t regclass) returns void language plpgsql as $$
declare
  keys text;
begin
  select string_agg(quote_literal(a.attname), ', ' order by k.i) into strict keys
    from pg_index x, unnest(x.indkey::int2[]) with ordinality as k (n, i), pg_attribute a
    where x.indrelid = t and x.indisprimary and a.attrelid = t and a.attnum = k.n and a.attname <> 'clinic_id';
  execute format('create trigger says_what_was_written after insert or update or delete on %s for each row execute function note_written(%s)', t, keys);
end $$;

-- "wrote" is the last name in the alphabet of a line's names, so that the text stays canonical.
create function say_written() returns trigger language plpgsql as $$
declare
  noted text := coalesce(current_setting('app.wrote', true), '');
begin
  if noted <> '' then
    new.post := left(new.post, -1) || ',"wrote":[' || noted || ']}';
    perform set_config('app.wrote', '', true);
  end if;
  return new;
end $$;
create trigger says_what_was_written before insert on audit_pending for each row execute function say_written();

-- Lays down what a clinic's records in one table are now, in lines of five hundred: for records older than their lines, and for a table
-- whose form a migration has changed.
create function take_stock(c uuid, t regclass) returns void language plpgsql set timezone to 'UTC' as $$
declare
  keys text;
  records text;
begin
  select string_agg(format('said ->> %L', a.attname), ', ' order by k.i) into strict keys
    from pg_index x, unnest(x.indkey::int2[]) with ordinality as k (n, i), pg_attribute a
    where x.indrelid = t and x.indisprimary and a.attrelid = t and a.attnum = k.n and a.attname <> 'clinic_id';
  for records in execute format($q$
    select string_agg(record, ',') from (
      select to_json(concat_ws(' ', %L, %s, encode(sha256(convert_to(jsonb_strip_nulls(said)::text, 'UTF8')), 'base64')))::text as record,
        (row_number() over () - 1) / 500 as part
      from (select to_jsonb(r) as said from %s r where r.clinic_id = $1) rows
    ) parts group by part order by part$q$, t, keys, t) using c
  loop
    insert into audit_pending (clinic_id, pre, post, is_news) values (
      c,
      format('{"about":{"table":%s},"actor":"system:stock","at":%s,"clinic":"%s","outcome":"done","patients":[],"request":"stock","seq":',
        to_json(t::text), to_json(to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), c),
      format(',"verb":"take-stock","wrote":[%s]}', records),
      false);
  end loop;
end $$;
revoke execute on function proved(regclass), take_stock(uuid, regclass) from public;

-- Not held: what the machine keeps for itself (sign-ins, ceremonies, links, letters under way, marks, words to find people by).
select proved(t) from unnest(array[
  'account', 'staff', 'staff_license', 'chair', 'invitation', 'default_approval', 'clinic_policy_value', 'closure',
  'person', 'person_change', 'person_problem', 'person_medicine', 'person_allergy', 'person_note',
  'person_merge', 'person_refile', 'person_pair_apart', 'alert', 'consent', 'consent_withdrawal',
  'appointment', 'touched_booking', 'call', 'call_entry', 'call_outcome', 'call_taken_back',
  'answer', 'answer_taken_back', 'screening', 'screening_request', 'decision',
  'plan', 'plan_closure', 'infusion_order',
  'session', 'session_event', 'as_needed_line', 'drug_task', 'entry_offer', 'entry_offer_answer',
  'assessment', 'assessment_answer', 'day_zero', 'asking', 'held_answer',
  'vial', 'substance_line', 'stock_count', 'stock_count_entry', 'discrepancy'
]::regclass[]) t;

-- The trail of yesterday's records begins with what they are today.
select take_stock(c.id, t.tgrelid) from clinic c, pg_trigger t where t.tgfoid = 'note_written'::regproc order by c.id, t.tgrelid::regclass::text;
